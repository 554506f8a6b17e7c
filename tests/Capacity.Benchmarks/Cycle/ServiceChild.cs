using System.Diagnostics;
using System.Globalization;
using Capacity.Core.Packing.History;
using Capacity.Core.Packing.Measures;
using Capacity.Mesos.Collection;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Metrics;

namespace Capacity.Benchmarks.Cycle;

/// <summary>What the service does in a cycle, in a process of its own: collect, lay over, analyse, show on <c>/metrics</c>, store, add to the usage profiles; every fifth time the upkeep of the store, and the packing report, whose figures are kept.</summary>
/// <remarks>It says, for each line that it is told: containers, rates among them, sources that failed, and the milliseconds that the cycle took.</remarks>
internal static class ServiceChild
{
    /// <summary>The cycles from one upkeep of the store to the next, as in the service.</summary>
    private const int UpkeepEvery = 5;

    public static async Task RunAsync(string folder, string masters, string marathons, CancellationToken cancellationToken)
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
        for (var cycle = 1; await Console.In.ReadLineAsync(cancellationToken) is { } now; cycle++)
        {
            time.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
            var line = await CycleAsync(watch, metrics, keeper, profiles, cancellationToken);
            if (cycle % UpkeepEvery == 0)
            {
                await stores.Samples.MaintainAsync(cancellationToken);
                report = PackingMeasures.Measure(watch.Latest!.Picture, report, null, cancellationToken);
                await stores.State.Packing.AppendAsync(PackingPoints.OfGroups(report), cancellationToken);
                await stores.Samples.AppendPackingAsync(report.At, PackingPoints.OfAgents(report), cancellationToken);
            }

            IdleMemory.Release();
            Console.WriteLine(line);
            GC.KeepAlive(report);
        }
    }

    private static async Task<string> CycleAsync(ClusterWatch watch, ClusterMetrics metrics, SampleKeeper keeper, ProfileKeeper profiles, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (await watch.CollectAsync(cancellationToken) is not WatchOutcome.Seen(var report))
        {
            throw new InvalidOperationException("Nothing was collected.");
        }

        metrics.Show(report);
        if (await keeper.KeepAsync(report, cancellationToken) is { } trouble)
        {
            throw new InvalidOperationException(trouble);
        }

        if (await profiles.KeepAsync(report, cancellationToken) is { } profileTrouble)
        {
            throw new InvalidOperationException(profileTrouble);
        }

        var wall = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var failed = report.Picture.Sources.Count(s => s.Failure is not null);
        return string.Create(CultureInfo.InvariantCulture, $"{report.Containers.Count} {report.Containers.Count(c => c.Usage?.CpuMeanCores is not null)} {failed} {wall:f0}");
    }

    private static Uri[] Urls(string text) => [.. text.Split(' ').Select(u => new Uri(u))];
}
