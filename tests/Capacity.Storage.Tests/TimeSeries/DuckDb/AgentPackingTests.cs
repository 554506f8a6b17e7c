using Capacity.Core.Cluster;
using Capacity.Core.Packing.History;
using Capacity.Core.TimeSeries;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

public sealed class AgentPackingTests
{
    private static readonly AgentName Other = new("a2.example", 5052);

    [Fact]
    public async Task AppendPacking_AndRead_GivesBackEveryFigureOfThatAgentInOrder()
    {
        await using var folder = await StoreFolder.CreateAsync();
        var (first, second) = (Point(Agent1, Day.AddMinutes(5)), Point(Agent1, Day.AddMinutes(10)) with { Rooms = null, LossUnplaced = null, Cpu = new(null, null, null, null) });
        await AppendAsync(folder, second, Point(Other, second.At));
        await AppendAsync(folder, first, Point(Other, first.At));

        Assert.Equal([first, second], await ReadAsync(folder, Agent1, Day, Day.AddHours(1)));
        Assert.Equal([Point(Other, first.At)], await ReadAsync(folder, Other, Day, second.At));
        Assert.Empty(await ReadAsync(folder, new("a3.example", 5051), Day, Day.AddHours(1)));
    }

    [Fact]
    public async Task AppendPacking_SealedReopenedAndLate_ReadsTheSame()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(10));
        PackingPoint[] points = [.. Enumerable.Range(0, 10).Select(i => Point(Agent1, Day.AddMinutes(5 * i)))];
        foreach (var point in points[..8])
        {
            await AppendAsync(folder, point);
        }

        await folder.SealAsync(Day);
        await AppendAsync(folder, points[8]);
        await AppendAsync(folder, points[9]);
        await folder.ReopenAsync();
        Assert.Equal(points, await ReadAsync(folder, Agent1, Day, Day.AddDays(1)));

        await folder.SealAsync(Day);
        Assert.Equal(points, await ReadAsync(folder, Agent1, Day, Day.AddDays(1)));
        Assert.Empty(Directory.GetFiles(folder.OpenFolder));
    }

    [Fact]
    public async Task AppendPacking_RawSamplesAreGone_StaysWithTheSummaries()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(10));
        await AppendAsync(folder, Point(Agent1, Day));
        await folder.SealAsync(Day);
        folder.Time.Advance(folder.Options.RawRetention);
        await folder.AppendSteadyAsync(Day + folder.Options.RawRetention + TimeSpan.FromDays(2), Day + folder.Options.RawRetention + TimeSpan.FromDays(2) + TimeSpan.FromMinutes(2));
        await folder.Store.MaintainAsync(StoreFolder.Token);

        Assert.Equal([Point(Agent1, Day)], await ReadAsync(folder, Agent1, Day, Day.AddDays(1)));
        Assert.IsType<AppendOutcome.Failed>(await folder.Store.AppendPackingAsync(Day, [Point(Agent1, Day)], StoreFolder.Token));
    }

    private static PackingPoint Point(AgentName agent, DateTimeOffset at) => new()
    {
        At = at,
        Level = PackingLevel.Agent,
        Name = agent.ToString(),
        Agents = 1,
        UsedAgents = 1,
        Containers = 25,
        Cpu = new(0.5, 0.25, 0.125, 0.0625),
        Memory = new(0.75, 0, null, 1),
        MixRoom = 12.5,
        Rooms = (40, 9, 1),
        LossUnplaced = 3,
        Risks = 2,
    };

    private static async Task AppendAsync(StoreFolder folder, params PackingPoint[] points) =>
        Assert.Equal(new AppendOutcome.Stored(points.Length), await folder.Store.AppendPackingAsync(points[0].At, points, StoreFolder.Token));

    private static Task<IReadOnlyList<PackingPoint>> ReadAsync(StoreFolder folder, AgentName agent, DateTimeOffset from, DateTimeOffset to) =>
        folder.Store.ReadPackingAsync(agent, from, to, StoreFolder.Token);
}
