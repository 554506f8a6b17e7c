using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the service has worked out of the cluster: base units, bounded labels, never a container id.</summary>
/// <remarks>A figure that is not known has no series; one that was known and no longer is loses it.</remarks>
internal sealed class ClusterMetrics
{
    private readonly string cluster;
    private readonly MetricSheet sheet = new();
    private readonly ZoneMetrics zones;
    private readonly AppMetrics apps;
    private readonly Gauge leaderPhase;
    private readonly Gauge recovered;
    private readonly Gauge held;
    private readonly Gauge complete;
    private readonly Gauge coverage;
    private readonly Gauge warnings;
    private readonly Gauge largestCores;
    private readonly Gauge largestBytes;

    public ClusterMetrics(MetricSet set, ServiceConfiguration configuration)
    {
        cluster = configuration.ClusterName;
        zones = new(set, sheet, cluster);
        apps = new(set, sheet, cluster);
        leaderPhase = set.Gauge("capacity_leader_phase", "1 for the phase that the leading master is in; 0 for all where none leads.", "cluster", "phase");
        recovered = set.Gauge("capacity_recovered_agents", "Agents of the previous leader that the present one waits for.", "cluster");
        held = set.Gauge("capacity_picture_held", "Whether the last known picture stands in for some of what could not be read.", "cluster");
        complete = set.Gauge("capacity_picture_complete", "Whether nothing is missing that the cluster should have said.", "cluster");
        coverage = set.Gauge("capacity_coverage_ratio", "The share of the agents counted as capacity that answered in the last collection.", "cluster");
        warnings = set.Gauge("capacity_warnings", "What a reader of the figures has to know, by code.", "cluster", "code");
        largestCores = set.Gauge("capacity_largest_task_cores", "The most CPU that a task of a role can still get.", "cluster", "role");
        largestBytes = set.Gauge("capacity_largest_task_bytes", "The most memory that a task of a role can still get.", "cluster", "role");
    }

    /// <summary>Shows a report; <see langword="null"/> for none that is new enough.</summary>
    public void Show(ScanReport? report)
    {
        if (report is not null)
        {
            zones.Show(report.Zones);
            apps.Show(report.Apps);
            Show(report.Picture);
            sheet.Set(complete, [cluster], report.IsComplete ? 1 : 0);
            foreach (var (code, count) in report.Warnings.CountBy(w => w.Code))
            {
                sheet.Set(warnings, [cluster, code], count);
            }

            foreach (var largest in report.LargestTasks)
            {
                sheet.Set(largestCores, [cluster, largest.Role], largest.ByCpu?.Free.Cpus.Cores ?? 0);
                sheet.Set(largestBytes, [cluster, largest.Role], largest.ByMemory?.Free.Memory.Bytes ?? 0);
            }
        }

        sheet.Sweep();
    }

    private void Show(ClusterSnapshot picture)
    {
        foreach (var phase in Enum.GetValues<LeaderPhase>())
        {
            sheet.Set(leaderPhase, [cluster, Words.Of(phase)], picture.Leader?.Phase == phase ? 1 : 0);
        }

        sheet.Set(recovered, [cluster], picture.Leader is { Phase: not LeaderPhase.Recovering } leader ? leader.RecoveredAgents : null);
        sheet.Set(held, [cluster], picture.Held ? 1 : 0);
        var capacity = picture.Agents.Where(a => a.CountsAsCapacity).ToList();
        sheet.Set(coverage, [cluster], capacity.Count == 0 ? null : (double)capacity.Count(a => picture.AgentsRead.Contains(a.Name)) / capacity.Count);
    }
}
