using Capacity.Core.Scanning;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What each app asked for and uses.</summary>
internal sealed class AppMetrics(MetricSet set, MetricSheet sheet, string cluster)
{
    /// <summary>Where the names of apps have to be guessed from tasks, there may be an app for each task.</summary>
    private const int MostApps = 10_000;

    private static readonly string[] Labels = ["cluster", "framework", "app", "team"];

    private readonly Gauge requestedCores = set.Gauge("capacity_app_cpu_requested_cores", "Cores allocated to an app.", Labels);
    private readonly Gauge usedCores = set.Gauge("capacity_app_cpu_used_cores", "Cores that an app uses, of the instances that were measured.", Labels);
    private readonly Gauge requestedBytes = set.Gauge("capacity_app_memory_requested_bytes", "Memory allocated to an app.", Labels);
    private readonly Gauge usedBytes = set.Gauge("capacity_app_memory_used_bytes", "Working set of an app, of the instances that were measured.", Labels);
    private readonly Gauge throttled = set.Gauge("capacity_app_cpu_throttled_ratio", "Throttled periods per period of an app's worst instance.", Labels);
    private readonly Gauge instances = set.Gauge("capacity_app_instances", "Containers of an app.", Labels);
    private readonly Gauge memoryKills = set.Gauge("capacity_app_memory_kills", "Instances killed for their memory, as far back as agents and Marathon remember.", Labels);
    private readonly Gauge leftOut = set.Gauge("capacity_apps_left_out", $"Apps without series: beyond the {MostApps} that waste most.", "cluster");

    public void Show(IReadOnlyList<AppFigures> apps)
    {
        sheet.Set(leftOut, [cluster], Math.Max(0, apps.Count - MostApps));
        foreach (var app in apps.Take(MostApps))
        {
            string[] labels = [cluster, app.Key.Framework, app.Key.Id, app.Team ?? string.Empty];
            sheet.Set(requestedCores, labels, app.Requested.Cpus.Cores);
            sheet.Set(usedCores, labels, app.Usage.Cpus?.Cores);
            sheet.Set(requestedBytes, labels, app.Requested.Memory.Bytes);
            sheet.Set(usedBytes, labels, app.Usage.Memory?.Bytes);
            sheet.Set(throttled, labels, app.ThrottledRatio);
            sheet.Set(instances, labels, app.Instances);
            sheet.Set(memoryKills, labels, app.MemoryKills);
        }
    }
}
