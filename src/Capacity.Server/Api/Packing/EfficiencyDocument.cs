using Capacity.Core.Packing.Measures;

namespace Capacity.Server.Api.Packing;

/// <summary>How many agents the workload needs.</summary>
/// <param name="UsedAgents">The agents in use.</param>
/// <param name="LowerBound">No packing needs fewer.</param>
/// <param name="BoundRatio">The lower bound over the agents in use, 0 to 1; null where none is in use.</param>
/// <param name="RepackedAgents">What the best packing found needs, today's among them.</param>
/// <param name="RepackRatio">That over the agents in use, 0 to 1; null where none is in use.</param>
public sealed record EfficiencyDocument(int UsedAgents, int LowerBound, double? BoundRatio, int RepackedAgents, double? RepackRatio)
{
    /// <summary>Writes an efficiency.</summary>
    public static EfficiencyDocument Of(BinPackingEfficiency efficiency)
    {
        ArgumentNullException.ThrowIfNull(efficiency);
        return new(efficiency.Used, efficiency.LowerBound, efficiency.BoundRatio, efficiency.Repacked, efficiency.RepackRatio);
    }
}
