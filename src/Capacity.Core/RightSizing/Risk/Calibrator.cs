using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Makes a <see cref="FleetCalibration"/>.</summary>
public static class Calibrator
{
    /// <summary>Among fewer apps, what the usual rules would ask for in all says too little.</summary>
    private const int FewestApps = 30;

    /// <summary>The percentile and the margin of the usual rules.</summary>
    private const double UsualExceedRatio = 0.01;
    private const double UsualMargin = 1.15;

    /// <summary>What all sizes together should be of those of the usual rules, at most.</summary>
    private const double OfUsual = 0.998;

    /// <summary>How many times the target of CPU may be spent to get there. Memory always gets there.</summary>
    private const double Relaxed = 2;

    /// <summary>Learns from all apps.</summary>
    /// <param name="apps">The weeks known of each app.</param>
    /// <param name="targets">How much risk is taken.</param>
    public static FleetCalibration Learn(IReadOnlyCollection<UsageSummary> apps, RiskTargets targets)
    {
        ArgumentNullException.ThrowIfNull(apps);
        ArgumentNullException.ThrowIfNull(targets);
        var growth = apps.Select(Growth).OfType<GrowthSample>().ToArray();
        var model = GrowthModel.Learn(growth);
        return new()
        {
            MemoryGrowth = model,
            CpuRiskPrice = CpuPrice([.. apps.Where(a => a.Weeks.Count > 0)], targets),
            MemoryRiskPrice = MemoryPrice([.. apps.Where(a => a.Weeks.Count > 0)], model, targets),
            Targets = targets,
            Apps = growth.Length,
        };
    }

    private static double CpuPrice(UsageSummary[] apps, RiskTargets targets)
    {
        var budget = new RiskBudget(Weighed(apps, Curves.OfCpu), targets.MostCpuExceedRatio);
        var careful = budget.PriceForRisk(targets.CpuExceedRatio);
        if (apps.Length < FewestApps)
        {
            return careful;
        }

        var affordable = budget.PriceForTotal(OfUsual * apps.Sum(UsualCores));
        return affordable < careful && affordable >= budget.PriceForRisk(targets.CpuExceedRatio * Relaxed) ? affordable : careful;
    }

    private static double MemoryPrice(UsageSummary[] apps, GrowthModel growth, RiskTargets targets)
    {
        var budget = new RiskBudget(Weighed(apps, a => Curves.OfMemory(a, growth)), targets.MostMemoryBreachRatio);
        var careful = budget.PriceForRisk(targets.MemoryBreachRatio);
        return apps.Length < FewestApps ? careful : Math.Min(
            careful,
            budget.PriceForTotal(OfUsual * UsualMargin * apps.Sum(a => InstancesOf(a) * (a.MemoryPeak ?? 0))));
    }

    private static List<(RiskCurve Curve, double Instances)> Weighed(UsageSummary[] apps, Func<UsageSummary, RiskCurve?> curve) =>
        [.. apps.Select(a => (Curve: curve(a), Instances: InstancesOf(a))).Where(a => a.Curve is not null).Select(a => (a.Curve!, a.Instances))];

    private static double UsualCores(UsageSummary summary) => (summary.Latest(1).Exceedance().BucketWithin(UsualExceedRatio) ?? summary.Exceedance().BucketWithin(UsualExceedRatio)) is int p99
        ? InstancesOf(summary) * LogBuckets.UpperEdge(p99) * UsualMargin
        : 0;

    private static double InstancesOf(UsageSummary summary) => Math.Max(1, summary.Days.Average(d => d.Instances));

    /// <summary>Goes back a week: how far did the last one rise above those before?</summary>
    private static GrowthSample? Growth(UsageSummary summary)
    {
        var before = summary.Before(1);
        return summary.FullWeeks > 1 && before.MemoryPeak is double known and > 0 && summary.Weeks[0].MemoryPeak is double then and > 0
            ? new(Curves.MemorySpread(before), Math.Log(then / known), before.Weeks.Count)
            : null;
    }
}
