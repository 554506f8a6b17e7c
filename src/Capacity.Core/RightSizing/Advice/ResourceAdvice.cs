using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>What one instance should have of a resource, and what the number stands on. Amounts are cores or bytes.</summary>
public sealed record ResourceAdvice
{
    /// <summary>Gets what it asks for now.</summary>
    public required double Current { get; init; }

    /// <summary>Gets what it needs, before floors, caps, steps and catalogue.</summary>
    public required double Needed { get; init; }

    /// <summary>Gets what it should ask for.</summary>
    public required double Recommended { get; init; }

    /// <summary>Gets the cap that lies below the need, and holds back growth; <see langword="null"/> where none does.</summary>
    public double? Cap { get; init; }

    /// <summary>Gets the hard limit to go with it; <see langword="null"/> where there is none now.</summary>
    public double? RecommendedLimit { get; init; }

    /// <summary>Gets the 99th percentile of the busiest instance; <see langword="null"/> for memory, where only the maximum counts.</summary>
    public double? P99 { get; init; }

    /// <summary>Gets the highest use of any instance, and when and where it was.</summary>
    public PeakMoment? Peak { get; init; }

    /// <summary>Gets the share of time in which the busiest instance used no more than recommended, 0 to 1: the percentile that the size stands for.</summary>
    public double? CoveredRatio { get; init; }

    /// <summary>Gets the risk of the size: for CPU the share of the known time above it, for memory the probability of a breach within a week.</summary>
    public double? ExpectedRisk { get; init; }

    /// <summary>Gets how uneven the level was from day to day; see <see cref="Risk.Spreads"/>.</summary>
    public double Spread { get; init; }

    /// <summary>Gets the share of samples at a limit, 0 to 1: what lies above it is not known.</summary>
    public double CensoredRatio { get; init; }

    /// <summary>Gets what an instance has too much.</summary>
    public double Waste => Math.Max(0, Current - Recommended);

    /// <summary>Gets what an instance has too little, whether a cap lets it have that or not.</summary>
    public double Shortfall => Math.Max(0, Math.Max(Needed, Recommended) - Current);

    /// <summary>Gets whether a cap keeps it from what it needs.</summary>
    public bool IsHeldBack => Cap is not null && Recommended < Needed;
}
