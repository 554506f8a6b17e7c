using Capacity.Core.Packing.Measures;

namespace Capacity.Server.Api.Packing;

/// <summary>What a zone, or what is kept for a role, comes to as a cluster of its own.</summary>
/// <param name="At">When it was like this: up to a quarter of an hour before the report.</param>
/// <param name="Headroom">By how much its workload may grow within it.</param>
/// <param name="Compaction">On how many of its agents its workload fits.</param>
/// <param name="Efficiency">How many agents its workload needs.</param>
public sealed record PartDocument(DateTimeOffset At, HeadroomDocument Headroom, CompactionDocument Compaction, EfficiencyDocument Efficiency)
{
    /// <summary>Writes measures.</summary>
    public static PartDocument Of(PartMeasures part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(part.At, HeadroomDocument.Of(part.Headroom), CompactionDocument.Of(part.Compaction), EfficiencyDocument.Of(part.Efficiency));
    }
}
