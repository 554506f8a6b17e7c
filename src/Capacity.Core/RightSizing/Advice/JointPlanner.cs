using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>
/// Chooses the number of instances and their size that cost least and still carry the load: fewer instances do more each, each brings its
/// own memory, and those that are left after the largest failure domain is gone carry the app's 99th percentile.
/// </summary>
internal static class JointPlanner
{
    /// <summary>From this on the load is not shared: fewer instances would not spread it.</summary>
    public const double Skewed = 2;

    private const int FewestDaysForSlope = 10;
    private const double Certain = 2;
    private const double LeastVariation = 0.01;

    public static JointPlan Plan(AppFacts app, UsageSummary summary, double cores, double bytes, double? demand, double? skew, RightSizingPolicy policy, Recommendation? previous)
    {
        var now = app.Instances;
        var floor = Math.Max(Math.Min(now, policy.RedundantInstances), app.Overrides.InstanceFloor ?? Math.Min(now, 1));
        var slope = MemoryPerCore(summary);
        var bounds = FloorsAndCaps.Of(app, policy);
        var atNow = At(Math.Max(now, floor));
        if (demand is null || skew > Skewed || now <= floor)
        {
            return atNow;
        }

        // Another number of instances is the larger change, so it has to be worth it; and advice once given does not come and go.
        var wanted = previous?.Count?.Surplus > 0 ? policy.LeastCountSaving / 2 : policy.LeastCountSaving;
        var (best, bestCost) = (atNow, Cost(atNow) * (1 - wanted));
        var held = false;
        for (var count = now - 1; count >= floor; count--)
        {
            var plan = At(count);
            if (plan.Cores > Math.Max(app.Cpus.Cores, cores))
            {
                held |= plan.HeldByDomains;
                break;
            }

            if (plan.Cores > bounds.MostCores || plan.Bytes > bounds.MostBytes)
            {
                break;
            }

            if (Cost(plan) < bestCost * 0.999)
            {
                (best, bestCost) = (plan, Cost(plan));
            }
        }

        return best with { HeldByDomains = best.HeldByDomains || held || (best.Count == floor && floor > 1 && app.Overrides.InstanceFloor is null && best.Count < now) };

        double Cost(JointPlan plan) => plan.Count * policy.Prices.PerHour(plan.Cores, plan.Bytes);

        JointPlan At(int count)
        {
            var lost = count > 1 ? (count + Math.Min(app.FailureDomains, count) - 1) / Math.Min(app.FailureDomains, count) : 0;
            var afterLoss = count > 1 && lost < count && demand is double d ? d / (policy.UtilisationAfterLoss * (count - lost)) : 0;
            if (count >= now)
            {
                // What does not survive a loss today is no reason to call it too small, but one not to make it smaller.
                var least = Math.Min(afterLoss, app.Cpus.Cores);
                return new(count, Math.Max(cores, least), bytes, floor, lost, least > cores);
            }

            var shared = Math.Max(cores * now / count, demand!.Value / (policy.Utilisation * count));
            return new(count, Math.Max(shared, afterLoss), BytesAt(count), floor, lost, afterLoss > shared);
        }

        // Where days do not tell how memory goes with load, all of it may; no more can.
        double BytesAt(int count)
        {
            var all = bytes * now / count;
            return slope is double perCore ? Math.Min(all, bytes + (perCore * demand!.Value * ((1.0 / count) - (1.0 / now)))) : all;
        }
    }

    /// <summary>How much memory comes with a core of load at most, where there are enough days to tell.</summary>
    /// <remarks>
    /// The slope of the least squares over days, never below 0, and two of its standard errors more: with too little an instance is killed. Where memory goes with
    /// something else, the error is large and so is this; where load differs by less than a hundredth from day to day, nobody knows.
    /// </remarks>
    private static double? MemoryPerCore(UsageSummary summary)
    {
        var days = summary.Days.Where(d => d.CpuMean is not null && d.MemoryMean is not null).Select(d => (X: d.CpuMean!.Value, Y: d.MemoryMean!.Value)).ToArray();
        if (days.Length < FewestDaysForSlope)
        {
            return null;
        }

        var (meanX, meanY) = (days.Average(d => d.X), days.Average(d => d.Y));
        var (xx, yy, xy) = (days.Sum(d => Math.Pow(d.X - meanX, 2)), days.Sum(d => Math.Pow(d.Y - meanY, 2)), days.Sum(d => (d.X - meanX) * (d.Y - meanY)));
        if (xx < days.Length * Math.Pow(LeastVariation * meanX, 2) || meanX == 0)
        {
            return null;
        }

        var slope = xy / xx;
        var residual = Math.Max(0, yy - (slope * xy)) / (days.Length - 2);
        return Math.Max(0, slope) + (Certain * Math.Sqrt(residual / xx));
    }
}
