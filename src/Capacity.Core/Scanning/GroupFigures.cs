using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Scanning;

/// <summary>What a cluster or a zone has, what is allocated and used of it, and what cannot be.</summary>
/// <param name="Name">The zone; <see langword="null"/> for agents without one, and for the cluster.</param>
/// <param name="Agents">The agents by state; every agent that is known, also those that are no capacity now.</param>
/// <param name="SizeUnknown">Agents that count as capacity and whose size nobody has said yet; every sum lacks them.</param>
/// <param name="Total">What the agents that count as capacity have.</param>
/// <param name="Allocated">What runs tasks and executors.</param>
/// <param name="Offered">What is held in offers.</param>
/// <param name="Free">What is free on agents that take new tasks.</param>
/// <param name="Stranded">The part of <paramref name="Free"/> that the workload's mix cannot use (CPU and memory).</param>
/// <param name="Unusable">What is free on agents that take no new tasks.</param>
/// <param name="Usage">What the containers use.</param>
public sealed record GroupFigures(
    string? Name,
    IReadOnlyDictionary<AgentState, int> Agents,
    int SizeUnknown,
    ResourceVector Total,
    ResourceVector Allocated,
    ResourceVector Offered,
    ResourceVector Free,
    ResourceVector Stranded,
    ResourceVector Unusable,
    UsageFigures Usage);
