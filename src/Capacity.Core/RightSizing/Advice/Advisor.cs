using Capacity.Core.RightSizing.Policies;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Sizing;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Advises apps from their summaries alone. Pure: the same in gives the same out.</summary>
public sealed class Advisor
{
    private const double Noticeable = 0.01;

    private readonly RightSizingPolicy policy;
    private readonly FleetCalibration fleet;
    private readonly FleetCalibration fleetBefore;

    private Advisor(RightSizingPolicy policy, FleetCalibration fleet, FleetCalibration fleetBefore) =>
        (this.policy, this.fleet, this.fleetBefore) = (policy, fleet, fleetBefore);

    /// <summary>Learns from all apps of a cluster, as of now and as of a week ago.</summary>
    /// <param name="apps">The apps; each summary has to end on the same day.</param>
    /// <param name="policy">How the cluster wants its apps sized.</param>
    public static Advisor Learn(IReadOnlyCollection<UsageSummary> apps, RightSizingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(apps);
        ArgumentNullException.ThrowIfNull(policy);
        return new(policy, Calibrator.Learn(apps, policy.Targets), Calibrator.Learn([.. apps.Select(a => a.Before(1))], policy.Targets));
    }

    /// <summary>Advises one app.</summary>
    /// <param name="app">What it is given now.</param>
    /// <param name="summary">What it used.</param>
    /// <param name="previous">The advice before this, which small changes do not replace; <see langword="null"/> where there was none.</param>
    public Recommendation Advise(AppFacts app, UsageSummary summary, Recommendation? previous = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(summary);
        var window = Window.Since(summary);
        var signs = new Signs(window);
        var size = window.Weeks.Count > 0 ? SizeFinder.Find(window, fleet) : default;
        var advice = new Recommendation
        {
            App = app,
            From = window.Days.FirstOrDefault()?.Day ?? summary.End,
            End = summary.End,
            Verdict = Verdict.Unknown,
            Reasons = [ReasonCode.NotEnoughData],
            Confidence = Confidence.Of(window),
            CostPerHour = app.Instances * policy.Prices.PerHour(app.Cpus, app.Memory),
        };
        if (signs.Days < Calibrator.FewestDays || size is not { Cores: double cores, Bytes: double bytes } || app.Instances == 0)
        {
            return advice;
        }

        var needed = Censored.Raise(app, window, signs, cores, bytes);
        var plan = JointPlanner.Plan(app, window, needed.Cores!.Value, needed.Bytes!.Value, signs.DemandP99, signs.Skew, policy, previous);
        var given = Bounds.Apply(app, policy, plan, previous);
        advice = advice with
        {
            Cpu = CpuAdvice(app, window, signs, plan.Cores, given),
            Memory = MemoryAdvice(app, window, signs, plan.Bytes, given),
            Count = new(app.Instances, plan.Count, plan.Floor, app.FailureDomains, plan.Lost, signs.DemandP99, signs.Skew),
            CatalogueSize = given.Catalogue,
            BackTest = LookBack.Of(app, summary, fleetBefore, policy),
        };
        advice = Judge.Decide(Balance.Of(advice, window, policy), signs, plan, given, policy, previous);
        return advice;
    }

    private static ResourceAdvice CpuAdvice(AppFacts app, UsageSummary window, Signs signs, double needed, Bounds.Given given)
    {
        var time = window.Exceedance();
        var bucket = LogBuckets.IndexOf(given.Cores);
        return new()
        {
            Current = app.Cpus.Cores,
            Needed = needed,
            Recommended = given.Cores,
            Cap = given.CpuCap,
            // Less of a limit saves nothing, and holds back what is shorter than a look.
            RecommendedLimit = app.CpuLimit is { } limit ? Math.Max(given.Cores, limit.Cores) : null,
            P99 = time.BucketWithin(0.01) is int p99 ? LogBuckets.Middle(p99) : null,
            Peak = window.Days.Where(d => d.CpuPeak is not null).MaxBy(d => d.CpuPeak!.Value)?.CpuPeak,
            CoveredRatio = 1 - time[bucket],
            ExpectedRisk = Curves.OfCpu(window)?[bucket],
            Spread = Curves.CpuSpread(window),
            CensoredRatio = signs.CpuAtLimit > Noticeable ? signs.CpuAtLimit : Math.Max(signs.CpuAtLimit, signs.Throttled),
        };
    }

    private ResourceAdvice MemoryAdvice(AppFacts app, UsageSummary window, Signs signs, double needed, Bounds.Given given)
    {
        var peak = window.Days.Where(d => d.MemoryPeak is not null).MaxBy(d => d.MemoryPeak!.Value)?.MemoryPeak;
        return new()
        {
            Current = app.Memory.Bytes,
            Needed = needed,
            Recommended = given.Bytes,
            Cap = given.MemoryCap,
            RecommendedLimit = app.MemoryLimit is null ? null : given.Bytes,
            Peak = peak,
            CoveredRatio = peak is null || peak.Value > given.Bytes ? null : 1,
            ExpectedRisk = Curves.OfMemory(window, fleet.MemoryGrowth, fleet.Targets)?[LogBuckets.IndexOf(given.Bytes)],
            Spread = Curves.MemorySpread(window),
            CensoredRatio = signs.MemoryAtLimit,
        };
    }
}
