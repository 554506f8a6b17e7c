using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>What all apps together teach about each: how far levels rise from week to week, and what a unit of risk is worth.</summary>
/// <remarks>
/// Learnt by going back a week: growth from the weeks before to the last one, and the price of risk at which the sizes of then would have
/// kept the targets. Nothing after <see cref="UsageSummary.End"/> is looked at.
/// </remarks>
public sealed record FleetCalibration
{
    /// <summary>Gets how far the level of CPU rises.</summary>
    public required GrowthModel CpuGrowth { get; init; }

    /// <summary>Gets how far the peak of memory rises.</summary>
    public required GrowthModel MemoryGrowth { get; init; }

    /// <summary>Gets what a share of 1 of the time above the request costs, in cores.</summary>
    public required double CpuRiskPrice { get; init; }

    /// <summary>Gets what a certain breach costs, in bytes.</summary>
    public required double MemoryRiskPrice { get; init; }

    /// <summary>Gets the targets that the prices are made for.</summary>
    public required RiskTargets Targets { get; init; }

    /// <summary>Gets how many apps were long enough known to learn from.</summary>
    public required int Apps { get; init; }
}
