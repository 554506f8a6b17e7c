using Capacity.Cli.Scanning;
using Capacity.Cli.Terminal;
using Capacity.Core.Packing;
using Capacity.Core.Units;

namespace Capacity.Cli.Tests.Scanning;

public sealed class LargestTableTests
{
    private static readonly Room Small = RoomOn("a1", 4, 2048);
    private static readonly Room Large = RoomOn("a2", 2, 8192);

    [Fact]
    public void Create_SameRoomByBoth_IsSaidOnceAndRolesWithTheSameAreLeftOut() => Assert.Equal(
        ["Role CPU and memory on agent", "* 4 cores + 2 GiB a1", "prod 2 cores + 8 GiB a2"],
        Lines(new("*", Small, Small), new("dev", Small, Small), new("prod", Large, Large)));

    [Fact]
    public void Create_OtherRoomByMemory_HasBoth() => Assert.Equal(
        ["Role by CPU on agent by memory on agent", "* 4 cores + 2 GiB a1 2 cores + 8 GiB a2"],
        Lines(new LargestTask("*", Small, Large)));

    [Fact]
    public void Create_NothingFits_SaysNone() => Assert.Equal("* none", Lines(new LargestTask("*", null, null))[1]);

    private static string[] Lines(params LargestTask[] tasks)
    {
        using var output = new StringWriter();
        LargestTable.Create(tasks).WriteTo(Consoles.ForResults(output));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
    }

    private static Room RoomOn(string host, double cores, double mebibytes) =>
        new(new(host, 5051), new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(mebibytes)));
}
