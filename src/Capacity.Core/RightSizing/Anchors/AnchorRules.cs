using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Anchors;

/// <summary>The rules that ours is measured against. docs/rightsizing.md names the source of each.</summary>
public static class AnchorRules
{
    private const double Margin = 1.15;

    /// <summary>The Kubernetes VPA recommender's target, as of 1.7 (CPU samples of equal weight): CPU p90 of all samples, memory p90 of daily peaks, half-life 24 h, and 15 %.</summary>
    public static AnchorRule VpaTarget { get; } = new(
        "vpa-target",
        h => new(VpaBuckets.Cpu.Percentile(0.9, DecayedDay.VpaCpu(h)[..VpaBuckets.Count]) * Margin, VpaMemory(h) * Margin));

    /// <summary>Robusta KRR's strategy "simple": 14 days, CPU p95, memory's maximum and 15 %.</summary>
    public static AnchorRule KrrSimple { get; } = new("krr-simple", h => new(Cpu(h, 14, 0.95), MemoryMax(h, 14) * Margin));

    /// <summary>p99 and 15 % of the last week, as Crane does without its decay.</summary>
    public static AnchorRule P99 { get; } = new(
        "p99-x1.15", h => new(Cpu(h, 7, 0.99) * Margin, h.Highest(7, i => i.Memory, d => d.Quantile(0.99)) * Margin));

    /// <summary>The maximum of all that is known, and 15 %.</summary>
    public static AnchorRule Max { get; } = new("max-x1.15", h => new(CpuMax(h, int.MaxValue) * Margin, MemoryMax(h, int.MaxValue) * Margin));

    /// <summary>Kubecost's request sizing with its defaults: 7 days, and the maximum is 70 % of it.</summary>
    public static AnchorRule Kubecost { get; } = new("kubecost-max", h => new(CpuMax(h, 7) / 0.7, MemoryMax(h, 7) / 0.7));

    /// <summary>Kruize's performance profile, long term: 15 days, CPU p98, memory's maximum and 20 %.</summary>
    public static AnchorRule Kruize { get; } = new("kruize-like", h => new(Cpu(h, 15, 0.98), MemoryMax(h, 15) * 1.2));

    /// <summary>Autopilot's moving window recommender on load-adjusted histograms: CPU p95 (half-life 12 h), memory p98 (48 h), and 15 %.</summary>
    public static AnchorRule Autopilot { get; } = new(
        "autopilot-like",
        h => new(LoadAdjusted(DecayedDay.Cpu(h), 0.95) * Margin, LoadAdjusted(DecayedDay.Memory(h), 0.98) * Margin));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AnchorRule> All { get; } = [VpaTarget, KrrSimple, P99, Max, Autopilot, Kruize, Kubecost];

    private static double? Cpu(AnchorHistory history, int days, double ratio) => history.Highest(days, i => i.Cpu, d => d.Quantile(ratio));

    private static double? CpuMax(AnchorHistory history, int days) => history.Highest(Math.Min(days, 10_000), i => i.Cpu, d => d.Count > 0 ? d.Peak : null);

    private static double? MemoryMax(AnchorHistory history, int days) => history.Highest(Math.Min(days, 10_000), i => i.Memory, d => d.Count > 0 ? d.Peak : null);

    private static double? VpaMemory(AnchorHistory history)
    {
        var weights = new double[VpaBuckets.Count];
        foreach (var day in history.Days)
        {
            foreach (var instance in day.Instances.Values.Where(i => i.Memory.Count > 0))
            {
                weights[VpaBuckets.Memory.IndexOf(instance.Memory.Peak)] += Math.Pow(2, -(history.End.DayNumber - 1 - day.Day.DayNumber));
            }
        }

        return VpaBuckets.Memory.Percentile(0.9, weights);
    }

    private static double? LoadAdjusted(double[] weights, double ratio)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= LogBuckets.Middle(i);
        }

        var needed = weights.Sum() * ratio;
        double seen = 0;
        for (var i = 0; i < weights.Length && needed > 0; i++)
        {
            seen += weights[i];
            if (seen >= needed)
            {
                return LogBuckets.Middle(i);
            }
        }

        return null;
    }
}
