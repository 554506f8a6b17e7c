using Capacity.Core.Packing.Measures;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the latest packing report says.</summary>
internal sealed class PackingMetrics(MetricSet set, ServiceConfiguration configuration)
{
    private readonly string cluster = configuration.ClusterName;
    private readonly MetricSheet sheet = new();
    private readonly Gauge headroom = set.Gauge("capacity_headroom_ratio", "By how much the workload may grow in its mix: 0.15 is 15 % more.", "cluster");
    private readonly Gauge compaction = set.Gauge("capacity_compaction_ratio", "The share of the agents that the workload would fit on, taken at random.", "cluster");
    private readonly Gauge efficiency = set.Gauge("capacity_bin_packing_ratio", "Agents needed over agents in use: by the lower bound, and after packing anew.", "cluster", "kind");
    private readonly Gauge fragmentedCores = set.Gauge("capacity_cpu_fragmented_cores", "Free cores in pieces that the workload's containers cannot use.", "cluster", "zone");
    private readonly Gauge fragmentedBytes = set.Gauge("capacity_memory_fragmented_bytes", "Free bytes of memory in pieces that the workload's containers cannot use.", "cluster", "zone");
    private readonly Gauge unplaced = set.Gauge("capacity_zone_loss_unplaced_instances", "Instances that would find no place if the zone were lost.", "cluster", "zone");
    private readonly Gauge risks = set.Gauge("capacity_apps_at_risk", "Apps that the loss of one host, rack or zone would take below their quorum.", "cluster", "level");

    /// <summary>Shows a report; <see langword="null"/> for none that is new enough.</summary>
    public void Show(PackingReport? report)
    {
        if (report is not null)
        {
            sheet.Set(headroom, [cluster], report.Headroom.Ratio);
            sheet.Set(compaction, [cluster], report.Compaction?.Ratio);
            sheet.Set(efficiency, [cluster, "bound"], report.Efficiency?.BoundRatio);
            sheet.Set(efficiency, [cluster, "repack"], report.Efficiency?.RepackRatio);
            foreach (var zone in report.Zones)
            {
                sheet.Set(fragmentedCores, [cluster, zone.Name ?? string.Empty], zone.Fragmented.Cpus.Cores);
                sheet.Set(fragmentedBytes, [cluster, zone.Name ?? string.Empty], zone.Fragmented.Memory.Bytes);
            }

            foreach (var loss in report.Losses.Where(l => l.Level == DomainLevel.Zone))
            {
                sheet.Set(unplaced, [cluster, loss.Name], loss.Unplaced);
            }

            foreach (var level in Enum.GetValues<DomainLevel>())
            {
                sheet.Set(risks, [cluster, Words.Of(level)], report.Risks.Count(r => r.Level == level));
            }
        }

        sheet.Sweep();
    }
}
