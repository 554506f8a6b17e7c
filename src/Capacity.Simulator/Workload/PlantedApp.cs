using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Simulator.Workload;

/// <summary>The truth about one app of the simulated cluster, which no API of the cluster tells. Advice is scored against it.</summary>
/// <param name="Key">The app's name, as Marathon's framework and path, or as Chronos's framework and the name of the job.</param>
/// <param name="Kind">What is really the matter with it.</param>
public sealed record PlantedApp(AppKey Key, AppKind Kind)
{
    /// <summary>Gets the team that its label <c>team</c> names.</summary>
    public required string Team { get; init; }

    /// <summary>Gets who its label <c>owner</c> names; <see langword="null"/> where it has none.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets the role that its tasks are launched for.</summary>
    public required string Role { get; init; }

    /// <summary>Gets whether it is a pod, of two tasks for each instance.</summary>
    public bool IsPod { get; init; }

    /// <summary>Gets the placement constraints, each as Marathon writes it: field, operator, and a value where it takes one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Constraints { get; init; } = [];

    /// <summary>Gets how many instances it is told to have; for a job, how many tasks each run has. 1 or more.</summary>
    public required int Instances { get; init; }

    /// <summary>Gets what the main task of one instance asks for.</summary>
    public required ResourceVector Request { get; init; }

    /// <summary>
    /// Gets the CPU that one instance wants in the busiest quarter of an hour of a week, with <see cref="NeededInstances"/> of them
    /// (with <see cref="Instances"/> where it is 0). Where the app is <see cref="AppKind.TooLittleCpu"/>, more than its limit lets it use.
    /// </summary>
    public required CpuCores NeededCpu { get; init; }

    /// <summary>
    /// Gets the most memory that one instance cannot do without then: page cache comes on top where there is room. Where the app is
    /// <see cref="AppKind.LeakingMemory"/>, what it holds before it leaks; where <see cref="AppKind.FixedHeap"/>, what a heap of the right size would take.
    /// </summary>
    public required MemorySize NeededMemory { get; init; }

    /// <summary>Gets how much of <see cref="NeededMemory"/> an instance holds whatever its load is, 0 to 1; the rest goes with its CPU.</summary>
    public double MemoryAtRestRatio { get; init; } = 1;

    /// <summary>Gets the fewest instances that carry the load at its busiest; 0 where the app could go.</summary>
    public required int NeededInstances { get; init; }
}
