using System.Diagnostics;
using System.Globalization;
using Capacity.Core.Packing.History;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Metrics;

namespace Capacity.Benchmarks.Cycle;

/// <summary>What the service does in a cycle, in a process of its own: collect, lay over, analyse, show on <c>/metrics</c>, store, add to the usage profiles; every fifth time the upkeep of the store, and the packing report, whose figures are kept.</summary>
/// <remarks>
/// It says, for each line that it is told: containers, rates among them, sources that failed, and the milliseconds that the cycle took.
/// Where the work is <see cref="StoringAlone"/>, profiles, <c>/metrics</c> and packing reports are left out: that is what a scraper with a store does.
/// </remarks>
internal static class ServiceChild
{
    public const string Everything = "everything";
    public const string StoringAlone = "storing-alone";

    /// <summary>The cycles from one upkeep of the store to the next, as in the service.</summary>
    private const int UpkeepEvery = 5;

    public static async Task RunAsync(string work, string folder, string masters, string marathons, CancellationToken cancellationToken)
    {
        var time = new ManualTime(SimulatorChild.Start);
        var cluster = new ClusterRequest(new() { Masters = Urls(masters), Marathons = Urls(marathons) }, null, null);
        var days = TimeSpan.FromDays(1);
        var configuration = new ServiceConfiguration("benchmark", cluster, SimulatorChild.Step, SimulatorChild.Step, SimulatorChild.Step, new("http://127.0.0.1"), folder, 15 * days, 400 * days);
        var (stores, refusal) = await Stores.OpenAsync(configuration, time, cancellationToken);
        await using var opened = stores ?? throw new InvalidOperationException(refusal);
        using var watch = new ClusterWatch(configuration, time);
        var keeper = new SampleKeeper(stores);
        var profiles = new ProfileKeeper(stores, configuration);
        await profiles.RestoreAsync(cancellationToken);
        var metrics = new ClusterMetrics(new MetricSet(Prometheus.Metrics.NewCustomRegistry()), configuration);
        PackingReport? report = null;
        var whole = work == Everything;
        for (var cycle = 1; await Console.In.ReadLineAsync(cancellationToken) is { } now; cycle++)
        {
            time.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
            var started = Stopwatch.GetTimestamp();
            var seen = await StoreAsync(watch, keeper, cancellationToken);
            if (whole)
            {
                metrics.Show(seen);
                Expect(await profiles.KeepAsync(seen, cancellationToken));
            }

            var line = Line(seen, Stopwatch.GetElapsedTime(started));
            if (cycle % UpkeepEvery == 0)
            {
                await stores.Samples.MaintainAsync(cancellationToken);
            }

            if (whole && cycle % UpkeepEvery == 0)
            {
                report = PackingMeasures.Measure(watch.Latest!.Picture, report, null, cancellationToken);
                await stores.State.Packing.AppendAsync(PackingPoints.OfGroups(report), cancellationToken);
                await stores.Samples.AppendPackingAsync(report.At, PackingPoints.OfAgents(report), cancellationToken);
            }

            IdleMemory.Release();
            Console.WriteLine(line);
            GC.KeepAlive(report);
        }
    }

    private static async Task<ScanReport> StoreAsync(ClusterWatch watch, SampleKeeper keeper, CancellationToken cancellationToken)
    {
        if (await watch.CollectAsync(cancellationToken) is not WatchOutcome.Seen(var report))
        {
            throw new InvalidOperationException("Nothing was collected.");
        }

        Expect(await keeper.KeepAsync(report, cancellationToken));
        return report;
    }

    private static void Expect(string? trouble)
    {
        if (trouble is not null)
        {
            throw new InvalidOperationException(trouble);
        }
    }

    private static string Line(ScanReport report, TimeSpan took)
    {
        var failed = report.Picture.Sources.Count(s => s.Failure is not null);
        return string.Create(CultureInfo.InvariantCulture, $"{report.Containers.Count} {report.Containers.Count(c => c.Usage?.CpuMeanCores is not null)} {failed} {took.TotalMilliseconds:f0}");
    }

    private static Uri[] Urls(string text) => [.. text.Split(' ').Select(u => new Uri(u))];
}
