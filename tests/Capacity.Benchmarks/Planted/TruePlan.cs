using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Policies;
using Capacity.Simulator.Workload;

namespace Capacity.Benchmarks.Planted;

/// <summary>What a planted app should have, worked out from the truth alone by the definitions that advice follows: no history and no percentiles.</summary>
/// <param name="Count">The instances.</param>
/// <param name="Cores">The CPU of each.</param>
/// <param name="Bytes">The memory of each.</param>
internal sealed record TruePlan(int Count, double Cores, double Bytes)
{
    /// <summary>An instance takes 0.88 to 1 of what is meant for one.</summary>
    private const double MeanShare = 0.94;

    /// <summary>The margin over the highest memory that belongs to a needed size.</summary>
    private const double MemoryMargin = 1.05;

    /// <summary>Who uses less for each instance is idle by definition, whatever was meant.</summary>
    private const double IdleCores = 0.02;

    private const double PerInstanceCores = 0.1, PerAppCores = 1;
    private const double PerInstanceBytes = 128L << 20, PerAppBytes = 1L << 30;

    /// <summary>Finds the cheapest plan that carries the busiest quarter of an hour, and the loss of a failure domain.</summary>
    public static TruePlan Of(PlantedApp truth, AppFacts app, RightSizingPolicy policy)
    {
        var now = app.Instances;
        var floor = Math.Min(now, policy.RedundantInstances);
        var all = truth.NeededCpu.Cores * Math.Max(1, truth.NeededInstances);
        var best = At(now);
        var least = Cost(best) * (1 - policy.LeastCountSaving);
        for (var count = now - 1; count >= floor; count--)
        {
            var plan = At(count);
            if (plan.Cores <= Math.Max(app.Cpus.Cores, all / now) && Cost(plan) < least)
            {
                (best, least) = (plan, Cost(plan));
            }
        }

        return best;

        double Cost(TruePlan plan) => plan.Count * policy.Prices.PerHour(plan.Cores, plan.Bytes);

        TruePlan At(int count)
        {
            var lost = count > 1 ? (count + Math.Min(app.FailureDomains, count) - 1) / Math.Min(app.FailureDomains, count) : 0;
            var afterLoss = count > 1 && lost < count ? MeanShare * all / (policy.UtilisationAfterLoss * (count - lost)) : 0;
            var cores = count == now
                ? Math.Max(all / count, Math.Min(afterLoss, app.Cpus.Cores))
                : Math.Max(Math.Max(all / count, MeanShare * all / (policy.Utilisation * count)), afterLoss);
            return new(count, cores, MemoryMargin * MemoryAt(truth, count));
        }
    }

    /// <summary>What an instance holds in the busiest quarter of an hour when there are so many, in bytes.</summary>
    public static double MemoryAt(PlantedApp truth, int count) =>
        truth.NeededMemory.Bytes * (truth.MemoryAtRestRatio + ((1 - truth.MemoryAtRestRatio) * Math.Max(1, truth.NeededInstances) / count));

    /// <summary>Says what is the matter with an app that has these sizes.</summary>
    public Verdict VerdictOn(PlantedApp truth, AppFacts app, RightSizingPolicy policy)
    {
        if (truth.NeededCpu.Cores * truth.NeededInstances < IdleCores * app.Instances)
        {
            return Verdict.Idle;
        }

        var big = IsWaste(app.Cpus.Cores, Cores, PerInstanceCores, PerAppCores) || IsWaste(app.Memory.Bytes, Bytes, PerInstanceBytes, PerAppBytes);
        return (big, Count < app.Instances) switch
        {
            (true, true) => Verdict.TooBigAndTooMany,
            (true, false) => Verdict.TooBig,
            (false, true) => Verdict.TooMany,
            _ => Verdict.Fine,
        };

        bool IsWaste(double has, double needs, double perInstance, double perApp) =>
            has - needs >= policy.FlagFrom * has && (has - needs >= perInstance || (has - needs) * app.Instances >= perApp);
    }
}
