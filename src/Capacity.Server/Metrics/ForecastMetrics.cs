using Capacity.Core.Planning.Forecasting.History;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>When capacities run out, by the latest forecasts and the stored plan.</summary>
internal sealed class ForecastMetrics(MetricSet set, ServiceConfiguration configuration, RunOutWatch watch) : ICurrentMetrics
{
    private readonly string cluster = configuration.ClusterName;
    private readonly MetricSheet sheet = new();
    private readonly Gauge runOut = set.Gauge(
        "capacity_runout_seconds", "Time until the effective capacity is gone with this probability; +Inf is later than the forecast reaches.", "cluster", "resource", "zone", "role", "quantile");

    private readonly Gauge beforeLeadTime = set.Gauge(
        "capacity_runout_before_lead_time_ratio", "Probability that the effective capacity is gone before machines that are ordered now would run.", "cluster", "resource", "zone", "role");

    private readonly Gauge effective = set.Gauge(
        "capacity_effective_ratio", "The share of what there is that may be allocated: placeable for today's mix, less what is kept free for the loss of a zone or an upgrade.", "cluster", "resource", "zone", "role");

    private readonly Gauge coverage = set.Gauge(
        "capacity_forecast_coverage_ratio", "The share of values that came between p10 and p90 of earlier forecasts; 0.8 is right.", "cluster", "resource", "zone", "role");

    /// <inheritdoc/>
    public void Show(DateTimeOffset now)
    {
        foreach (var outlook in watch.Latest)
        {
            var key = outlook.Entry.Key;
            string[] labels = [cluster, Words.Of(key.Resource), key.Cut.Level == CutLevel.Zone ? key.Cut.Name : string.Empty, key.Cut.Level == CutLevel.Role ? key.Cut.Name : string.Empty];
            sheet.Set(effective, labels, outlook.Levels?.EffectiveRatio);
            sheet.Set(coverage, labels, outlook.Entry.Record.Coverage80);
            if (outlook.Expected is { } expected)
            {
                sheet.Set(runOut, [.. labels, "0.1"], Seconds(outlook, expected.P10, now));
                sheet.Set(runOut, [.. labels, "0.5"], Seconds(outlook, expected.P50, now));
                sheet.Set(runOut, [.. labels, "0.9"], Seconds(outlook, expected.P90, now));
                sheet.Set(beforeLeadTime, labels, expected.ProbabilityBeforeLeadTime);
            }
        }

        sheet.Sweep();
    }

    private static double Seconds(Outlook outlook, int? step, DateTimeOffset now) =>
        outlook.DateOf(step) is { } at ? Math.Max(0, (at - now).TotalSeconds) : double.PositiveInfinity;
}
