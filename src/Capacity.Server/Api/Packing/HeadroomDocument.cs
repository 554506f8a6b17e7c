using Capacity.Core.Packing.Measures;

namespace Capacity.Server.Api.Packing;

/// <summary>By how much the workload may grow in its mix.</summary>
/// <param name="Ratio">The growth: 0.15 is 15 % more.</param>
/// <param name="Low">The least of the runs.</param>
/// <param name="High">The most of the runs.</param>
/// <param name="AtLeast">Whether there was room for more and it was not looked for.</param>
public sealed record HeadroomDocument(double Ratio, double Low, double High, bool AtLeast)
{
    /// <summary>Writes a headroom.</summary>
    public static HeadroomDocument Of(GrowthHeadroom headroom)
    {
        ArgumentNullException.ThrowIfNull(headroom);
        return new(headroom.Ratio, headroom.Low, headroom.High, headroom.IsAtLeast);
    }
}
