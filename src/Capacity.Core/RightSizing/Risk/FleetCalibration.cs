namespace Capacity.Core.RightSizing.Risk;

/// <summary>What all apps together teach about each: how far memory rises from week to week, and what a unit of risk is worth.</summary>
/// <remarks>Nothing after <see cref="Summaries.UsageSummary.End"/> is looked at.</remarks>
public sealed record FleetCalibration
{
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
