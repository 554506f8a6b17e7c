using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Simulator;

namespace Capacity.Server.Tests.Forecasts;

/// <summary>A simulated cluster that grows, through the real collectors and stores: the date at which demand will have grown so far is the date at which it then has.</summary>
public sealed class LivingClusterTests
{
    private const int LooksADay = 12;
    private const int Ahead = 10;
    private const int MostOff = 6;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Step = TimeSpan.FromDays(1.0 / LooksADay);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(28, 0.2)]
    [InlineData(16, 0.3)]
    public async Task Forecast_ClusterThatGrows_IsFullWhenItIs(int days, double monthly)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-living-");
        var clock = new SteppedTimeProvider(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
        var options = new SimulationOptions
        {
            Seed = 11, Agents = 6, Marathons = 1, MonthlyGrowth = monthly, HistoryStart = clock.GetUtcNow(), PartitionDelay = TimeSpan.Zero, DeployInterval = TimeSpan.FromHours(4),
        };
        await using var cluster = await SimulatedCluster.StartAsync(options, clock, Cancellation);
        var targets = new ClusterRequest(new() { Masters = cluster.MasterUrls, Marathons = cluster.MarathonUrls }, null, null);
        var year = TimeSpan.FromDays(365);
        var configuration = new ServiceConfiguration("living", targets, Interval, Interval, Interval, new("http://127.0.0.1"), folder.FullName, year, year);
        var time = new MachinePaced(clock, TimeProvider.System);
        await using (var stores = (await Stores.OpenAsync(configuration, time, Cancellation)).Stores!)
        {
            using var watch = new ClusterWatch(configuration, time);
            var demands = new DemandKeeper(stores, configuration);
            var first = 0.0;
            for (var look = 0; look < days * LooksADay; look++)
            {
                var report = await LookAsync(cluster, clock, watch);
                Assert.Null(await demands.KeepAsync(report, Cancellation));
                first = look == 0 ? Allocated(report, configuration) : first;
            }

            Assert.Null(await demands.CheckpointAsync(Cancellation));
            var pasts = await new DemandHistory(stores, configuration).ReadAsync(DemandStep.Day, clock.GetUtcNow(), Cancellation);
            var (past, forecast, _) = ForecastMaker.Make(pasts, DemandStep.Day, Cancellation)
                .Single(m => m.Past.Key == new DemandKey(DemandCut.Cluster, DemandResource.Cpus, DemandKind.Allocated));

            // What growth as it was told asks for more by then; sizes of apps differ, so it is a little earlier or later.
            var capacity = past.Last!.Value + (first * monthly * Ahead / 30);
            var said = RunOut.Of(forecast!, new(capacity, Ahead) { Season = 7 });
            var came = 0;
            while (came < 3 * Ahead && Allocated(await LookAsync(cluster, clock, watch, TimeSpan.FromDays(1)), configuration) <= capacity)
            {
                came++;
            }

            Assert.InRange(came, 3, 2 * Ahead);
            Assert.InRange(said.P50 ?? int.MaxValue, came - MostOff, came + MostOff);
            Assert.InRange(said.P10 ?? int.MaxValue, 0, came);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<ScanReport> LookAsync(SimulatedCluster cluster, SteppedTimeProvider clock, ClusterWatch watch, TimeSpan? after = null)
    {
        clock.Advance(after ?? Step);
        await cluster.CatchUpAsync(Cancellation);
        return Assert.IsType<WatchOutcome.Seen>(await watch.CollectAsync(Cancellation)).Report;
    }

    private static double Allocated(ScanReport report, ServiceConfiguration configuration) =>
        new DemandReader(configuration.RightSizing.Owners).Read(report).Single(r => r.Cut == DemandCut.Cluster).Allocated[DemandResource.Cpus] ?? 0;
}
