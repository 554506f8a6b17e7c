namespace Capacity.Core.RightSizing.Advice;

/// <summary>How many instances an app should have.</summary>
/// <param name="Current">How many it should have now by its definition.</param>
/// <param name="Recommended">How many it should have with the recommended size.</param>
/// <param name="Floor">The fewest that policy, owner and failure domains allow.</param>
/// <param name="FailureDomains">The failure domains it is spread over.</param>
/// <param name="LostWithDomain">The instances that go with the largest of them, evenly spread.</param>
/// <param name="DemandP99">The 99th percentile of the CPU of all instances together, in cores; <see langword="null"/> where it is not known.</param>
/// <param name="Skew">The load of the busiest instance by the mean, 1 and more; <see langword="null"/> where it is not known.</param>
public sealed record CountAdvice(int Current, int Recommended, int Floor, int FailureDomains, int LostWithDomain, double? DemandP99, double? Skew)
{
    /// <summary>Gets the instances that are not needed.</summary>
    public int Surplus => Math.Max(0, Current - Recommended);

    /// <summary>Gets the 99th percentile of the CPU that each recommended instance has to carry, in cores; <see langword="null"/> where it is not known.</summary>
    public double? DemandEach => Recommended > 0 ? DemandP99 / Recommended : null;

    /// <summary>Gets the same for those that are left after the largest failure domain is gone; <see langword="null"/> where none is left.</summary>
    public double? DemandEachAfterLoss => Recommended > LostWithDomain ? DemandP99 / (Recommended - LostWithDomain) : null;
}
