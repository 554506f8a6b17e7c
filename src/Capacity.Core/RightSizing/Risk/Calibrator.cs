using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Makes a <see cref="FleetCalibration"/>.</summary>
public static class Calibrator
{
    /// <summary>With fewer instances, what happened to happen in one week says too little of the price of risk.</summary>
    private const double FewestBreaches = 4;
    private const int FewestForCpu = 30;
    private const int Halvings = 40;

    /// <summary>The margin of usual rules.</summary>
    private const double Usual = 1.15;

    /// <summary>How far the targets may be left behind where keeping them would cost more than the usual rules do.</summary>
    private const double Relaxed = 1.25;

    /// <summary>What all sizes together may be of those of the usual rules.</summary>
    private const double OfUsual = 0.985;

    /// <summary>How much less risk than the usual rules is aimed for, so that chance does not make it more.</summary>
    private const double Better = 0.85;

    private static readonly int UsualMargin = LogBuckets.Steps(Math.Log(Usual));

    /// <summary>The percentile whose level is followed from week to week.</summary>
    private const double BusyExceedRatio = 0.01;

    /// <summary>Learns from all apps.</summary>
    /// <param name="apps">The weeks known of each app, and the limit of memory that never stopped it; see <see cref="Curves.OfMemory"/>.</param>
    /// <param name="targets">How much risk is taken.</param>
    public static FleetCalibration Learn(IReadOnlyList<(UsageSummary Summary, double? MemoryLimit)> apps, RiskTargets targets)
    {
        ArgumentNullException.ThrowIfNull(apps);
        ArgumentNullException.ThrowIfNull(targets);
        var old = apps.Where(a => a.Summary.FullWeeks > 1).Select(a => (a.Summary, a.MemoryLimit, Before: a.Summary.Before(1))).ToArray();
        var cpu = GrowthModel.Learn([.. old.SelectMany(a => CpuGrowth(a.Before, a.Summary.Weeks[0]))]);
        var memory = GrowthModel.Learn([.. old.SelectMany(a => MemoryGrowth(a.Before, a.Summary.Weeks[0]))]);
        var cpuCurves = Weighed(apps, a => Curves.OfCpu(a.Summary, cpu));
        var memoryCurves = Weighed(apps, a => Curves.OfMemory(a.Summary, memory, a.MemoryLimit));
        var then = old.Select(a => (a.Before, Next: a.Summary.Weeks[0], a.MemoryLimit)).ToArray();
        return new()
        {
            CpuGrowth = cpu,
            MemoryGrowth = memory,
            CpuRiskPrice = Affordable(
                cpuCurves,
                Math.Max(RiskBudget.PriceFor(cpuCurves, targets.CpuExceedRatio, targets.MostCpuExceedRatio), CpuPriceThen(then, cpu, targets, 1)),
                Between(RiskBudget.PriceFor(cpuCurves, targets.CpuExceedRatio * Relaxed, targets.MostCpuExceedRatio), CpuPriceThen(then, cpu, targets, Relaxed)),
                targets.MostCpuExceedRatio,
                apps.Sum(a => UsualCores(a.Summary))),
            MemoryRiskPrice = Affordable(
                memoryCurves,
                Math.Max(RiskBudget.PriceFor(memoryCurves, targets.MemoryBreachRatio, targets.MostMemoryBreachRatio), MemoryPriceThen(then, memory, targets, 1)),
                Between(RiskBudget.PriceFor(memoryCurves, targets.MemoryBreachRatio * Relaxed, targets.MostMemoryBreachRatio), MemoryPriceThen(then, memory, targets, Relaxed)),
                targets.MostMemoryBreachRatio,
                memoryCurves.Sum(c => c.Instances * LogBuckets.UpperEdge(c.Curve.First) * Usual)),
            Targets = targets,
            Apps = old.Length,
        };
    }

    private static List<(RiskCurve Curve, double Instances)> Weighed(
        IReadOnlyList<(UsageSummary Summary, double? MemoryLimit)> apps, Func<(UsageSummary Summary, double? MemoryLimit), RiskCurve?> curve)
    {
        var curves = new List<(RiskCurve Curve, double Instances)>();
        foreach (var app in apps)
        {
            if (app.Summary.Weeks.Count > 0 && curve(app) is { } c)
            {
                curves.Add((c, InstancesOf(app.Summary)));
            }
        }

        return curves;
    }

    /// <summary>Where careful sizes are larger in all than those of the usual rule, takes a price of risk between the careful and the relaxed one.</summary>
    private static double Affordable(List<(RiskCurve Curve, double Instances)> curves, double careful, double relaxed, double most, double usual)
    {
        var (low, high) = (Math.Log(Math.Min(relaxed, careful)), Math.Log(careful));
        if (curves.Count < FewestForCpu || Total(high) <= usual * OfUsual)
        {
            return careful;
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Total(middle) <= usual * OfUsual ? (middle, high) : (low, middle);
        }

        return Math.Exp(low);

        double Total(double price) => curves.Sum(c => c.Instances * LogBuckets.UpperEdge(c.Curve.Cheapest(Math.Exp(price), most)));
    }

    private static double UsualCores(UsageSummary summary) =>
        summary.Latest(1).Exceedance().BucketWithin(BusyExceedRatio) is int p99 ? InstancesOf(summary) * LogBuckets.UpperEdge(p99) * Usual : 0;

    private static double InstancesOf(UsageSummary summary) => Math.Max(1, summary.Days.Average(d => d.Instances));

    private static IEnumerable<GrowthSample> CpuGrowth(UsageSummary before, WeekFigures next)
    {
        if (before.Exceedance().BucketWithin(BusyExceedRatio) is int known && next.Exceedance.BucketWithin(BusyExceedRatio) is int then && known > 0)
        {
            yield return new(Curves.CpuSpread(before), (then - known) * Math.Log(LogBuckets.Growth), 1);
        }
    }

    private static IEnumerable<GrowthSample> MemoryGrowth(UsageSummary before, WeekFigures next)
    {
        if (before.Weeks.Max(w => w.MemoryPeak) is not (double known and > 0) || next.MemoryPeak is not (double then and > 0))
        {
            yield break;
        }

        // With k weeks known the next is the highest with probability 1/(k+1). Advice knows one week more than this look back did.
        var known1 = before.FullWeeks + 1.0;
        var growth = Math.Log(then / known);
        var kept = growth > 0 ? known1 / (known1 + 1) : 1;
        var spread = Curves.MemorySpread(before);
        yield return new(spread, growth, kept);
        if (kept < 1)
        {
            yield return new(spread, 0, 1 - kept);
        }
    }

    /// <summary>The price at which the sizes of a week ago would have kept the target in the week that followed.</summary>
    private static double CpuPriceThen((UsageSummary Before, WeekFigures Next, double? MemoryLimit)[] apps, GrowthModel growth, RiskTargets targets, double times)
    {
        var curves = apps.Select(a => (a.Before, Curve: Curves.OfCpu(a.Before, growth), a.Next, Instances: InstancesOf(a.Before))).Where(a => a.Curve is not null && a.Next.Cpu.Count > 0).ToArray();
        return curves.Length < FewestForCpu ? 0 : Bisect(
            times > 1 ? targets.CpuExceedRatio * times : NoWorseThan(Then(a => BusyAndMargin(a.Before)), targets.CpuExceedRatio),
            price => Then(a => a.Curve!.Cheapest(price, targets.MostCpuExceedRatio)));

        double Then(Func<(UsageSummary Before, RiskCurve? Curve, WeekFigures Next, double Instances), int> size) =>
            curves.Sum(a => a.Instances * a.Next.Cpu.CountAbove(size(a)) / a.Next.Cpu.Count) / curves.Sum(a => a.Instances);
    }

    /// <inheritdoc cref="CpuPriceThen"/>
    private static double MemoryPriceThen((UsageSummary Before, WeekFigures Next, double? MemoryLimit)[] apps, GrowthModel growth, RiskTargets targets, double times)
    {
        var curves = apps.Select(a => (Curve: Curves.OfMemory(a.Before, growth, a.MemoryLimit), Peak: a.Next.MemoryPeak, Instances: InstancesOf(a.Before))).Where(a => a.Curve is not null && a.Peak is not null).ToArray();
        return curves.Sum(a => a.Instances) * targets.MemoryBreachRatio < FewestBreaches ? 0 : Bisect(
            times > 1 ? targets.MemoryBreachRatio * times : NoWorseThan(Then(a => a.Curve!.First + UsualMargin), targets.MemoryBreachRatio),
            price => Then(a => a.Curve!.Cheapest(price, targets.MostMemoryBreachRatio)));

        double Then(Func<(RiskCurve? Curve, double? Peak, double Instances), int> size) =>
            curves.Sum(a => LogBuckets.IndexOf(a.Peak!.Value) > size(a) ? a.Instances : 0) / curves.Sum(a => a.Instances);
    }

    /// <summary>Where the usual rule (the p99 or the maximum, and 15 %) did better than the target, ours has to as well, down to half of the target.</summary>
    private static double NoWorseThan(double usual, double target) => Math.Min(target, Math.Max(target / 2, usual * Better));

    /// <summary>The middle, on a logarithmic scale, between what is expected and what was seen a week ago, where that was dearer.</summary>
    private static double Between(double expected, double seen) => seen > expected ? Math.Sqrt(expected * seen) : expected;

    private static int BusyAndMargin(UsageSummary before) => (before.Latest(1).Exceedance().BucketWithin(BusyExceedRatio) ?? LogBuckets.Count) + UsualMargin;

    private static double Bisect(double target, Func<double, double> riskAt)
    {
        var (low, high) = (Math.Log(1e-6), Math.Log(1e15));
        if (riskAt(Math.Exp(high)) > target)
        {
            return 0;
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = riskAt(Math.Exp(middle)) <= target ? (low, middle) : (middle, high);
        }

        return Math.Exp(high);
    }
}
