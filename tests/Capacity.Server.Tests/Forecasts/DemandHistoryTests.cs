using Capacity.Core.Cluster;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Capacity.Server.Keeping;
using Capacity.Server.Tests.Pages;

namespace Capacity.Server.Tests.Forecasts;

public sealed class DemandHistoryTests : IDisposable
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("capacity-demand-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Read_OnlySamplesWereKept_MakesDaysOfThem()
    {
        var time = new MovableTime(Midnight);
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(
            $"cluster: {{ name: c, masters: ['http://127.0.0.1:1'] }}\nstorage: {{ folder: '{folder}', keepRaw: 5d, keepSummaries: 20d }}\n")).Configuration;
        await using var stores = (await Stores.OpenAsync(configuration, time, Cancellation)).Stores!;
        for (var hour = 0; hour < 60; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            Assert.IsType<AppendOutcome.Stored>(await stores.Samples.AppendAsync(Batch(Midnight.AddHours(hour), hour < 24 ? 10 : 12), Cancellation));
        }

        var history = new DemandHistory(stores, configuration);
        var first = await history.ReadAsync(DemandStep.Day, time.GetUtcNow(), Cancellation);
        var again = await history.ReadAsync(DemandStep.Day, time.GetUtcNow(), Cancellation);
        var hours = await history.ReadAsync(DemandStep.Hour, Midnight.AddDays(2), Cancellation);

        var cluster = Assert.Single(first, p => p.Key == new DemandKey(DemandCut.Cluster, DemandResource.Cpus, DemandKind.Allocated));
        Assert.Equal([10, 12], cluster.Values);
        Assert.Equal((Midnight, Midnight.AddDays(2)), (cluster.Start, cluster.End));
        Assert.Contains(first, p => p.Key.Cut == DemandCut.Zone("east"));
        Assert.Equal(first.Count, again.Count);
        Assert.Equal(48, Assert.Single(hours, p => p.Key == cluster.Key).Known);
    }

    private static SampleBatch Batch(DateTimeOffset at, double cores) => new() { TakenAt = at, Cluster = Group(null, cores), Zones = [Group("east", cores / 2)] };

    private static GroupFigures Group(string? name, double cores) => new(
        name, new Dictionary<AgentState, int> { [AgentState.Active] = 1 }, 0, Amount(16), Amount(cores), default, Amount(16 - cores), default, default, new(0, 0, 0, null, null, null, null));

    private static ResourceVector Amount(double cores) => new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(cores * 1024));
}
