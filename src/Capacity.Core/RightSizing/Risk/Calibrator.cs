using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Makes a <see cref="FleetCalibration"/>.</summary>
public static class Calibrator
{
    /// <summary>Apps of fewer days are not advised, so they carry none of the risk, unless there are no others.</summary>
    internal const int FewestDays = 3;

    /// <summary>Among fewer apps, what the usual rules would ask for in all says too little of CPU.</summary>
    private const int FewestApps = 30;

    /// <summary>The percentile and the margin of the usual rules.</summary>
    private const double UsualExceedRatio = 0.01;
    private const double UsualMargin = 1.15;

    /// <summary>What all sizes together should be of those of the usual rules, at most.</summary>
    private const double CpuOfUsual = 0.95;
    private const double CpuOfUsualAfterOneWeek = 0.9875;
    private const double MemoryOfUsual = 0.99;

    /// <summary>How many times the target may be spent to get there, and no more where that does not suffice.</summary>
    private const double CpuRelaxed = 4.0 / 3;
    private const double CpuRelaxedAfterOneWeek = 3;
    private const double MemoryRelaxed = 4;
    private const double MemoryRelaxedAfterOneWeek = 10;

    /// <summary>Learns from all apps.</summary>
    /// <param name="apps">The weeks known of each app.</param>
    /// <param name="targets">How much risk is taken.</param>
    public static FleetCalibration Learn(IReadOnlyCollection<UsageSummary> apps, RiskTargets targets)
    {
        ArgumentNullException.ThrowIfNull(apps);
        ArgumentNullException.ThrowIfNull(targets);
        var growth = apps.Select(Growth).OfType<GrowthSample>().ToArray();
        var model = GrowthModel.Learn(growth);
        UsageSummary[] known = [.. apps.Where(a => a.Weeks.Count > 0)];
        var advised = Array.FindAll(known, a => a.Days.Take(FewestDays).Count() == FewestDays) is [_, ..] old ? old : known;
        return new()
        {
            MemoryGrowth = model,
            CpuRiskPrice = CpuPrice(advised, targets),
            MemoryRiskPrice = MemoryPrice(advised, model, targets),
            Targets = targets,
            Apps = growth.Length,
        };
    }

    private static double CpuPrice(UsageSummary[] apps, RiskTargets targets) => Price(
        new(Weighed(apps, Curves.OfCpu), targets.MostCpuExceedRatio),
        targets.CpuExceedRatio,
        AreYoung(apps) ? CpuRelaxedAfterOneWeek : CpuRelaxed,
        apps.Length < FewestApps ? null : (AreYoung(apps) ? CpuOfUsualAfterOneWeek : CpuOfUsual) * apps.Sum(UsualCores));

    private static double MemoryPrice(UsageSummary[] apps, GrowthModel growth, RiskTargets targets) => Price(
        new(Weighed(apps, a => Curves.OfMemory(a, growth, targets)), targets.MostMemoryBreachRatio),
        targets.MemoryBreachRatio,
        AreYoung(apps) ? MemoryRelaxedAfterOneWeek : MemoryRelaxed,
        MemoryOfUsual * UsualMargin * apps.Sum(a => InstancesOf(a) * (a.MemoryPeak ?? 0)));

    private static double Price(RiskBudget budget, double target, double relaxed, double? total)
    {
        var careful = budget.PriceForRisk(target);
        return total is double t ? Math.Min(careful, Math.Max(budget.PriceForTotal(t), budget.PriceForRisk(target * relaxed))) : careful;
    }

    private static bool AreYoung(UsageSummary[] apps) => Array.TrueForAll(apps, a => a.Weeks.Count < 2);

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
        return summary.FullWeeks > 1 && MemoryLevel.Of(before) is double known and > 0 && summary.Weeks[0].MemoryPeak is double then and > 0
            ? new(Curves.MemorySpread(before), Math.Log(then / known), before.Weeks.Count, Move(before.Weeks[0], known, then))
            : null;
    }

    private static double? Move(WeekFigures last, double known, double then) =>
        last is { IsWhole: true, MemoryPeak: double peak and > 0 } ? Math.Log(then / Math.Min(peak, known)) : null;
}
