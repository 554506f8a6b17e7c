using Capacity.Core.Cluster;
using Capacity.Core.Packing;

namespace Capacity.Core.Tests.Packing;

public sealed class LargestTaskTests
{
    private static readonly Agent Wide = Agents.Named("wide", Generate.Vector(16, 8192), Generate.Vector(4, 4096));
    private static readonly Agent Deep = Agents.Named("deep", Generate.Vector(4, 65536), Generate.Vector(2, 1024));

    [Fact]
    public void Find_TwoShapes_NamesEachWithWhatIsBesideIt()
    {
        var largest = LargestTask.Find([Wide, Deep], Roles.Any);

        Assert.Equal(new Room(Wide.Name, Generate.Vector(12, 4096)), largest.ByCpu);
        Assert.Equal(new Room(Deep.Name, Generate.Vector(2, 64512)), largest.ByMemory);
    }

    [Theory]
    [InlineData(AgentState.Disconnected)]
    [InlineData(AgentState.Draining)]
    [InlineData(AgentState.Drained)]
    [InlineData(AgentState.Deactivated)]
    [InlineData(AgentState.InMaintenance)]
    [InlineData(AgentState.Unreachable)]
    public void Find_AgentTakesNoTasks_IsNoRoom(AgentState state) =>
        Assert.Null(LargestTask.Find([Wide with { State = state }], Roles.Any).ByCpu);

    [Fact]
    public void Find_NoMemoryBesideTheCpu_IsNoRoom() =>
        Assert.Null(LargestTask.Find([Agents.Named("full", Generate.Vector(16, 1024), Generate.Vector(1, 1000))], Roles.Any).ByCpu);

    [Fact]
    public void Find_Reserved_IsRoomForTheRoleAlone()
    {
        var agent = Agents.Named("r", Generate.Vector(8, 32768), Generate.Vector(1.5, 768), AgentState.Active, new Reservation("prod", Generate.Vector(4, 16384), Generate.Vector(1.5, 768)));

        Assert.Equal(Generate.Vector(4, 16384), LargestTask.Find([agent], Roles.Any).ByCpu!.Free);
        Assert.Equal(Generate.Vector(6.5, 32000), LargestTask.Find([agent], "prod").ByCpu!.Free);
        Assert.Equal(Generate.Vector(6.5, 32000), LargestTask.Find([agent], "prod/search").ByCpu!.Free);
        Assert.Equal(Generate.Vector(4, 16384), LargestTask.Find([agent], "dev").ByCpu!.Free);
    }
}
