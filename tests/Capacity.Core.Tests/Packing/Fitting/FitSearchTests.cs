using Capacity.Core.Cluster;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Packing.Fitting;

public sealed class FitSearchTests
{
    private static readonly ResourceVector Size = Generate.Vector(8, 32768);

    [Fact]
    public void Find_RoomOnTwo_FillsTheFullerOneFirst()
    {
        var answer = Find(new(Generate.Vector(2, 1024)) { Instances = 4 }, Agents.Named("a", Size, Generate.Vector(4, 4096)), Agents.Named("b", Size));

        Assert.Equal([("a", 2), ("b", 2)], answer.Where.Select(w => (w.Agent.Hostname, w.Instances)));
        Assert.True(answer.Fits);
        Assert.Equal(6, answer.Room);
    }

    [Fact]
    public void Find_NoRoom_NamesWhatBindsAndHowManyAgentsFailOnIt()
    {
        var answer = Find(
            new(Generate.Vector(4, 8192)),
            Agents.Named("a", Size, Generate.Vector(6, 1024)),
            Agents.Named("b", Size, Generate.Vector(7, 30000)),
            Agents.Named("c", Size, state: AgentState.Draining));

        Assert.Equal(0, answer.Placed);
        Assert.Equal(new FitObstacle(ObstacleKind.Resource, "cpus", 2, 1), answer.Binding);
        Assert.Equal([("cpus", 2), ("Draining", 1), ("mem", 1)], answer.Obstacles.Select(o => (o.Subject, o.Agents)));
    }

    [Fact]
    public void Find_Unique_HasAsMuchRoomAsHosts()
    {
        var answer = Find(With(["hostname", "UNIQUE"]) with { Instances = 3 }, Agents.Named("a", Size), Agents.Named("b", Size));

        Assert.Equal((2, 2L), (answer.Placed, answer.Room));
        Assert.Equal("hostname UNIQUE", answer.Binding!.Subject);
    }

    [Fact]
    public void Find_NotEligible_NamesTheConstraint()
    {
        var answer = Find(With(["zone", "LIKE", "east.*"]), Agents.Named("a", Size).In("west"), Agents.Named("b", Size));

        Assert.Equal(new FitObstacle(ObstacleKind.NotEligible, "zone LIKE east.*", 2, 2), answer.Binding);
    }

    [Theory]
    [InlineData("*", 0)]
    [InlineData("prod", 2)]
    [InlineData("prod/search", 2)]
    [InlineData("dev", 0)]
    public void Find_Reserved_IsRoomForTheRoleAlone(string role, int placed)
    {
        var agent = Agents.Named("a", Size, Generate.Vector(4, 4096), AgentState.Active, new Reservation("prod", Generate.Vector(4, 16384), default));

        Assert.Equal(placed, Find(new(Generate.Vector(2, 1024)) { Instances = 2, Role = role }, agent).Placed);
    }

    [Fact]
    public void Find_ShapeOfNothing_HasRoomWithoutEnd() => Assert.Null(Find(new(default), Agents.Named("a", Size)).Room);

    [Fact]
    public void Find_MoreThanAnyAgentHas_SaysEveryShortResource()
    {
        var answer = Find(new(Generate.Vector(9, 40000)), Agents.Named("a", Size));

        Assert.Equal(["cpus", "mem"], answer.Obstacles.Select(o => o.Subject).Order());
    }

    private static FitRequest With(params string[][] constraints) => new(Generate.Vector(1, 1024)) { Constraints = [.. constraints.Select(PlacementConstraint.Parse)] };

    private static FitAnswer Find(FitRequest request, params Agent[] agents) => new FitSearch(Snapshots.Of(agents, [])).Find(request);
}
