using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the service says of the cluster on <c>/metrics</c>: base units, bounded labels, never a container id.</summary>
/// <remarks>A figure that is not known has no series; one that was known and no longer is loses it.</remarks>
public sealed class ClusterMetrics
{
    private static readonly string[] OfZone = ["cluster", "zone"];
    private static readonly string[] OfApp = ["cluster", "framework", "app", "team"];

    private readonly string cluster;
    private readonly GaugeSheet sheet = new();
    private readonly Dictionary<string, Gauge> zoneGauges = [];
    private readonly Dictionary<string, Gauge> appGauges = [];
    private readonly Gauge agents;
    private readonly Gauge leaderPhase;

    /// <summary>Registers the metrics.</summary>
    public ClusterMetrics(CollectorRegistry registry, ServiceConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        cluster = configuration.ClusterName;
        var metrics = Prometheus.Metrics.WithCustomRegistry(registry);
        foreach (var (name, help) in (ReadOnlySpan<(string, string)>)
        [
            ("total", "What agents that belong to the capacity have."),
            ("allocated", "What runs tasks and executors."),
            ("used", "What containers use."),
            ("free", "What is free on agents that take new tasks."),
            ("stranded", "What is free and cannot be used by today's mix."),
        ])
        {
            zoneGauges[$"{name}_cores"] = metrics.CreateGauge($"capacity_cpu_{name}_cores", help, OfZone);
            zoneGauges[$"{name}_bytes"] = metrics.CreateGauge($"capacity_memory_{name}_bytes", help, OfZone);
        }

        appGauges["requested_cores"] = metrics.CreateGauge("capacity_app_cpu_requested_cores", "Cores allocated to an app.", OfApp);
        appGauges["used_cores"] = metrics.CreateGauge("capacity_app_cpu_used_cores", "Cores that an app uses.", OfApp);
        appGauges["requested_bytes"] = metrics.CreateGauge("capacity_app_memory_requested_bytes", "Memory allocated to an app.", OfApp);
        appGauges["used_bytes"] = metrics.CreateGauge("capacity_app_memory_used_bytes", "Working set of an app.", OfApp);
        appGauges["throttled_ratio"] = metrics.CreateGauge("capacity_app_cpu_throttled_ratio", "Throttled periods per period of an app's worst instance.", OfApp);
        appGauges["instances"] = metrics.CreateGauge("capacity_app_instances", "Containers of an app.", OfApp);
        agents = metrics.CreateGauge("capacity_agents", "Agents by state.", "cluster", "zone", "state");
        leaderPhase = metrics.CreateGauge("capacity_leader_phase", "1 for the phase that the leading master is in.", "cluster", "phase");
    }

    /// <summary>Shows a report; series of what is no longer there go.</summary>
    public void Show(ScanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var zone in report.Zones)
        {
            Show(zone);
        }

        foreach (var app in report.Apps)
        {
            string[] labels = [cluster, app.Key.Framework, app.Key.Id, app.Team ?? string.Empty];
            sheet.Set(appGauges["requested_cores"], labels, app.Requested.Cpus.Cores);
            sheet.Set(appGauges["used_cores"], labels, app.Usage.Cpus?.Cores);
            sheet.Set(appGauges["requested_bytes"], labels, app.Requested.Memory.Bytes);
            sheet.Set(appGauges["used_bytes"], labels, app.Usage.Memory?.Bytes);
            sheet.Set(appGauges["throttled_ratio"], labels, app.ThrottledRatio);
            sheet.Set(appGauges["instances"], labels, app.Instances);
        }

        foreach (var phase in Enum.GetValues<LeaderPhase>())
        {
            sheet.Set(leaderPhase, [cluster, Words.Of(phase)], report.Picture.Leader?.Phase == phase ? 1 : 0);
        }

        sheet.Sweep();
    }

    private void Show(GroupFigures zone)
    {
        string[] labels = [cluster, zone.Name ?? string.Empty];
        sheet.Set(zoneGauges["total_cores"], labels, zone.Total.Cpus.Cores);
        sheet.Set(zoneGauges["allocated_cores"], labels, zone.Allocated.Cpus.Cores);
        sheet.Set(zoneGauges["used_cores"], labels, zone.Usage.Cpus?.Cores);
        sheet.Set(zoneGauges["free_cores"], labels, zone.Free.Cpus.Cores);
        sheet.Set(zoneGauges["stranded_cores"], labels, zone.Stranded.Cpus.Cores);
        sheet.Set(zoneGauges["total_bytes"], labels, zone.Total.Memory.Bytes);
        sheet.Set(zoneGauges["allocated_bytes"], labels, zone.Allocated.Memory.Bytes);
        sheet.Set(zoneGauges["used_bytes"], labels, zone.Usage.Memory?.Bytes);
        sheet.Set(zoneGauges["free_bytes"], labels, zone.Free.Memory.Bytes);
        sheet.Set(zoneGauges["stranded_bytes"], labels, zone.Stranded.Memory.Bytes);
        foreach (var (state, count) in zone.Agents)
        {
            sheet.Set(agents, [cluster, zone.Name ?? string.Empty, Words.Of(state)], count);
        }
    }
}
