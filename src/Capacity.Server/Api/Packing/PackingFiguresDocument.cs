using Capacity.Core.Packing.Measures;
using Capacity.Core.Units;

namespace Capacity.Server.Api.Packing;

/// <summary>The packing of a cluster, a zone, a role's part of it, or an agent.</summary>
/// <param name="Name">The zone, role or agent; null for the cluster and for agents without a zone.</param>
/// <param name="Agents">The number of agents.</param>
/// <param name="UsedAgents">How many of them run something.</param>
/// <param name="Containers">The number of containers.</param>
/// <param name="CpuCores">CPU, in cores.</param>
/// <param name="MemoryBytes">Memory, in bytes.</param>
/// <param name="ContainersPerUsedAgent">Containers for each agent in use; null where none is.</param>
/// <param name="ContainersPerCore">Containers for each core there is; null where there is none.</param>
/// <param name="CoresPerContainer">Allocated cores of each container; null where there is none.</param>
/// <param name="MixRoom">How many containers of today's mean size what is placeable comes to.</param>
/// <param name="Rooms">How many more containers of each of the report's shapes fit, in their order; of a role into what is kept for it alone.</param>
/// <param name="Alone">What a zone or role comes to as a cluster of its own; null for the cluster and for agents, and where it is the only one.</param>
public sealed record PackingFiguresDocument(
    string? Name,
    int Agents,
    int UsedAgents,
    int Containers,
    AmountsDocument CpuCores,
    AmountsDocument MemoryBytes,
    double? ContainersPerUsedAgent,
    double? ContainersPerCore,
    double? CoresPerContainer,
    double MixRoom,
    IReadOnlyList<long> Rooms,
    PartDocument? Alone)
{
    /// <summary>Writes figures.</summary>
    public static PackingFiguresDocument Of(PackingFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new(
            figures.Name,
            figures.Agents,
            figures.UsedAgents,
            figures.Containers,
            Amounts(figures, r => r.Cpus.Cores),
            Amounts(figures, r => r.Memory.Bytes),
            figures.ContainersPerUsedAgent,
            figures.ContainersPerCore,
            figures.CoresPerContainer,
            figures.MixRoom,
            figures.Rooms,
            figures.Alone is { } alone ? PartDocument.Of(alone) : null);
    }

    private static AmountsDocument Amounts(PackingFigures f, Func<ResourceVector, double> of) => new(
        of(f.Total),
        of(f.Allocated),
        of(f.Placeable),
        of(f.Stranded),
        of(f.Unusable),
        of(f.StrandedByThreshold),
        of(f.Fragmented),
        Ratio(of(f.Allocated), of(f.Total)),
        Ratio(of(f.Stranded), of(f.Total)),
        Ratio(of(f.Fragmented), of(f.Free)));

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
