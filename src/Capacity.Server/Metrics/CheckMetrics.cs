using Capacity.Core.Checks;
using Capacity.Server.Checks;
using Capacity.Server.Configuration;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the checks say, and what they cost.</summary>
internal sealed class CheckMetrics(MetricSet set, ServiceConfiguration configuration, CheckKeeper keeper) : ICurrentMetrics
{
    private readonly string cluster = configuration.ClusterName;
    private readonly MetricSheet sheet = new();
    private readonly Gauge firing = set.Gauge("capacity_check_firing", "Subjects of which a check says that something is wrong.", "cluster", "check");
    private readonly Gauge pending = set.Gauge("capacity_check_pending", "Subjects of which a check may soon say so.", "cluster", "check");
    private readonly Gauge blind = set.Gauge("capacity_check_blind", "Whether a check could not see all that it looks at.", "cluster", "check");
    private readonly Counter looks = set.Counter("capacity_check_evaluations_total", "Looks of a check by outcome: whole, or blind in part.", "cluster", "check", "outcome");
    private readonly Counter seconds = set.Counter("capacity_check_duration_seconds_total", "How long all looks of all checks took.", "cluster");

    /// <inheritdoc/>
    public void Show(DateTimeOffset now)
    {
        var latest = keeper.Latest;
        foreach (var check in (latest?.Checks ?? []).Where(c => c.Settings.IsEnabled))
        {
            var name = check.Rule.Name;
            var blindLooks = latest!.BlindCounts[name];
            sheet.Set(firing, [cluster, name], check.Firing.Count());
            sheet.Set(pending, [cluster, name], check.Tracks.Count(t => t.Stage == CheckStage.Pending));
            sheet.Set(blind, [cluster, name], check.Blindness is null ? 0 : 1);
            sheet.Set(looks, [cluster, name, "whole"], latest.Count - blindLooks);
            sheet.Set(looks, [cluster, name, "blind"], blindLooks);
        }

        sheet.Set(seconds, [cluster], latest?.Took.TotalSeconds);
        sheet.Sweep();
    }
}
