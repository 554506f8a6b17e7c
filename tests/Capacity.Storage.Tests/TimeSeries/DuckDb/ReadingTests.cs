using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using static Capacity.Storage.Tests.TimeSeries.DuckDb.SampleCluster;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

public sealed class ReadingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task ReadApp_SteadyContainers_GivesTheirRatesAndGauges()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day.AddHours(1), Day.AddHours(1).AddMinutes(10));

        var buckets = await folder.ReadAsync(Day.AddHours(1), Day.AddHours(1).AddMinutes(10), Minute);

        Assert.Equal(10, buckets.Count);
        Assert.All(buckets.Take(9), b =>
        {
            Assert.Equal(2, b.Instances);
            Assert.Equal(1, b.ObservedRatio);
            Assert.Equal(0.75, b.CpuCores!.Value, 9);
            Assert.Equal(0.5, b.CpuPeakCores!.Value, 9);
            Assert.Equal(0.1, b.ThrottledRatio!.Value, 9);
            Assert.Equal(4, b.CpuRequestedCores);
            Assert.Equal(4, b.CpuLimitCores);
            Assert.Equal(2 * (900 + b.Start.Minute), b.MemoryBytes);
            Assert.Equal(900 + b.Start.Minute, b.MemoryPeakBytes);
            Assert.Equal(1, b.CpuCoverage);
            Assert.Equal(1, b.MemoryCoverage);
        });
        Assert.Null(buckets[9].CpuCores);
        Assert.Equal(0, buckets[9].ObservedRatio);
    }

    [Fact]
    public async Task ReadApp_LongGap_IsNullAndNotZero()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(10));
        await folder.AppendSteadyAsync(Day.AddMinutes(30), Day.AddMinutes(40));

        var buckets = await folder.ReadAsync(Day, Day.AddMinutes(40), TimeSpan.FromMinutes(5));

        Assert.Equal([true, true, false, false, false, false, true, true], buckets.Select(b => b.CpuCores is not null));
        Assert.All(buckets.Skip(2).Take(4), b => Assert.Equal((0, null, null, null), (b.ObservedRatio, b.Instances, b.MemoryBytes, b.CpuRequestedCores)));
        Assert.All(buckets.Where(b => b.CpuCores is not null), b => Assert.Equal(0.75, b.CpuCores!.Value, 9));
    }

    [Fact]
    public async Task ReadApp_CounterThatFell_GivesNoRate()
    {
        await using var folder = await StoreFolder.CreateAsync();
        double[] counters = [100, 130, 5, 35];
        for (var i = 0; i < counters.Length; i++)
        {
            var at = Day.AddMinutes(i);
            await folder.AppendAsync(Batch(at, [Point("c1", new() { At = at, CpuSeconds = counters[i] })]));
        }

        var buckets = await folder.ReadAsync(Day, Day.AddMinutes(3), Minute);

        Assert.Equal([0.5, null, 0.5], buckets.Select(b => b.CpuCores));
        Assert.Equal([1.0, 0, 1], buckets.Select(b => b.CpuCoverage));
    }

    [Fact]
    public async Task ReadApp_SampleThatIsHandedInAgain_GivesNoRateForThatTime()
    {
        await using var folder = await StoreFolder.CreateAsync();
        double[] sampledAt = [0, 60, 60, 180];
        for (var i = 0; i < sampledAt.Length; i++)
        {
            await folder.AppendAsync(Batch(Day.AddMinutes(i), [Steady("c1", Day.AddSeconds(sampledAt[i]))]));
        }

        var buckets = await folder.ReadAsync(Day, Day.AddMinutes(3), Minute);

        Assert.Equal([0.5, null, 0.5], buckets.Select(b => b.CpuCores is double c ? Math.Round(c, 9) : (double?)null));
        Assert.Equal([1.0, 0, 1], buckets.Select(b => b.CpuCoverage));
    }

    [Fact]
    public async Task ReadApp_UnreadContainer_CountsAsInstanceAndLowersCoverage()
    {
        await using var folder = await StoreFolder.CreateAsync();
        for (var at = Day; at < Day.AddMinutes(20); at = at.AddMinutes(1))
        {
            await folder.AppendAsync(Batch(at, [Steady("c1", at), at.Minute is >= 5 and < 15 ? Point("c2", null) : Steady("c2", at)]));
        }

        var bucket = (await folder.ReadAsync(Day.AddMinutes(6), Day.AddMinutes(12), TimeSpan.FromMinutes(6)))[0];

        Assert.Equal((2, 0.5, 0.5), (bucket.Instances, bucket.CpuCoverage, bucket.MemoryCoverage));
        Assert.Equal(1, bucket.CpuCores!.Value, 9);
        Assert.Equal(4, bucket.CpuRequestedCores);
    }

    [Fact]
    public async Task ReadApp_SameBatchTwice_CountsOnce()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));
        var once = await folder.ReadAsync(Day, Day.AddMinutes(5), Minute);

        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));

        Assert.Equal(once, await folder.ReadAsync(Day, Day.AddMinutes(5), Minute));
    }

    [Fact]
    public async Task ReadInstances_OfAnApp_GivesEachWithItsAgent()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));
        Core.Cluster.AppKey quoted = new("marathon", "/it's");
        await folder.AppendAsync(Batch(Day.AddMinutes(5), [Steady("other", Day.AddMinutes(5), app: quoted)]));
        Assert.Empty(await folder.Store.ReadInstancesAsync(quoted, new(Day, Day.AddMinutes(6), Minute), null, StoreFolder.Token));
        await folder.AppendAsync(Batch(Day.AddMinutes(6), [Steady("other", Day.AddMinutes(6), app: quoted)]));

        var instances = await folder.Store.ReadInstancesAsync(Web, new(Day, Day.AddMinutes(4), Minute), null, StoreFolder.Token);

        Assert.Equal(["c1", "c2"], instances.Select(i => i.ContainerId));
        Assert.All(instances, i => Assert.Equal(Agent1, i.Agent));
        Assert.All(instances[1].Buckets, b => Assert.Equal(0.25, b.CpuCores!.Value, 9));
        var other = Assert.Single(await folder.Store.ReadInstancesAsync(quoted, new(Day, Day.AddMinutes(8), Minute), null, StoreFolder.Token));
        Assert.Equal(Day.AddMinutes(5), Assert.Single(other.Buckets).Start);
    }

    [Fact]
    public async Task ReadInstances_MoreAtOnceThanFitIntoTheUsualMemory_AnswersAll()
    {
        await using var folder = new StoreFolder { Options = new() { Folder = "", MinimumFreeBytes = 0 } };
        await folder.OpenAsync();
        for (var at = Day; at < Day.AddMinutes(8); at = at.AddMinutes(1))
        {
            await folder.AppendAsync(Batch(at, [.. Enumerable.Range(0, 20_000).Select(c => Steady($"c{c:d5}", at))]));
        }

        var range = new SeriesRange(Day, Day.AddMinutes(8), TimeSpan.FromSeconds(15));
        var reads = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => folder.Store.ReadInstancesAsync(Web, range, null, StoreFolder.Token)));

        Assert.All(reads, r => Assert.Equal(20_000, r.Count));
        Assert.Empty(folder.Store.Health.Alarms);
    }

    [Fact]
    public async Task ReadGroups_ClusterAndZones_MeansAndGaps()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));
        await folder.AppendAsync(Batch(Day.AddMinutes(6), [], zone: null));

        var groups = await folder.Store.ReadGroupsAsync(new(Day, Day.AddMinutes(8), Minute), StoreFolder.Token);

        Assert.Equal([new GroupKey.Cluster(), new GroupKey.Zone(null), new GroupKey.Zone("z1")], groups.Select(g => g.Group));
        Assert.Equal([16.0, 16, 16, 16, 16, null, 16, null], groups[0].Buckets.Select(b => b.CpuCores.Total));
        Assert.Equal(14, groups[0].Buckets[0].CpuCores.Free);
        Assert.Equal(100, groups[0].Buckets[0].MemoryBytes.Used);
        Assert.Equal((1, null), (groups[0].Buckets[0].CpuCoverage, groups[0].Buckets[6].CpuCoverage));
        Assert.Equal(6, groups[2].Buckets.TakeWhile(b => b.Looks > 0 || b.Start.Minute == 5).Count());
    }

    [Fact]
    public async Task ReadAgent_Range_GivesStateAndLevels()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));

        var series = await folder.Store.ReadAgentAsync(Agent1, new(Day, Day.AddMinutes(10), TimeSpan.FromMinutes(5)), StoreFolder.Token);

        Assert.Equal((5, AgentState.Active, 1.0), (series.Buckets[0].Looks, series.Buckets[0].State, series.Buckets[0].ActiveRatio));
        Assert.Equal(2, series.Buckets[0].CpuCores.Allocated);
        Assert.Equal((0, null), (series.Buckets[1].Looks, series.Buckets[1].State));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadAgent_ManyAgents_CountsTheLooksAtEach(bool isSealed)
    {
        await using var folder = await StoreFolder.CreateAsync();
        AgentName[] names = [.. Enumerable.Range(1, 9).Select(i => new AgentName($"a{i}.example", 5051))];
        for (var at = Day; at < Day.AddMinutes(10); at += Minute)
        {
            var batch = Batch(at, []);
            await folder.AppendAsync(batch with { Agents = [.. names.Select(n => batch.Agents[0] with { Agent = batch.Agents[0].Agent with { Name = n } })] });
        }

        if (isSealed)
        {
            await folder.SealAsync(Day);
        }

        foreach (var name in names)
        {
            var series = await folder.Store.ReadAgentAsync(name, new(Day, Day.AddMinutes(10), TimeSpan.FromMinutes(5)), StoreFolder.Token);

            Assert.All(series.Buckets, b => Assert.Equal((5, 1.0), (b.Looks, b.ActiveRatio)));
            Assert.Equal(10, (await folder.Store.ReadAgentAsync(name, new(Day, Day.AddDays(90), TimeSpan.FromDays(90)), StoreFolder.Token)).Buckets[0].Looks);
        }
    }

    [Fact]
    public async Task EmptyStore_Reads_GiveGaps()
    {
        await using var folder = await StoreFolder.CreateAsync();

        Assert.Null((await folder.ReadAsync(Day, Day.AddDays(1), TimeSpan.FromHours(1)))[0].CpuCores);
        Assert.Empty(await folder.Store.ReadGroupsAsync(new(Day, Day.AddHours(1), Minute), StoreFolder.Token));
        Assert.Null(await folder.Store.FindLatestAsync(StoreFolder.Token));
    }

    [Fact]
    public async Task FindLatest_AfterReopening_IsTheLastBatch()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendSteadyAsync(Day, Day.AddMinutes(5));
        await folder.ReopenAsync();

        Assert.Equal(Day.AddMinutes(4), await folder.Store.FindLatestAsync(StoreFolder.Token));
    }

    [Fact]
    public async Task Append_TimesOutOfRange_AreRefused()
    {
        await using var folder = await StoreFolder.CreateAsync();
        await folder.AppendAsync(Batch(Day, []));

        var ahead = await folder.Store.AppendAsync(Batch(Day.AddDays(2), []), StoreFolder.Token);
        var old = await folder.Store.AppendAsync(Batch(Day.AddDays(-20), []), StoreFolder.Token);

        Assert.Equal(StoreFault.OutOfRange, Assert.IsType<AppendOutcome.Failed>(ahead).Reason);
        Assert.Equal(StoreFault.OutOfRange, Assert.IsType<AppendOutcome.Failed>(old).Reason);
        Assert.True(folder.Store.Health.AcceptsWrites);
    }
}
