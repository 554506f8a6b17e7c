using Capacity.Core.Units;
using Capacity.Core.Usage;

namespace Capacity.Core.Cluster;

/// <summary>One executor's container on one agent, with the tasks it runs. Nested containers are part of it and are not counted again.</summary>
public sealed record Container
{
    /// <summary>Gets the container's id. A restart of the same executor gets a new one.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the agent it runs on.</summary>
    public required AgentName Agent { get; init; }

    /// <summary>Gets the id of the framework that runs it.</summary>
    public required string FrameworkId { get; init; }

    /// <summary>Gets the executor's id within the framework.</summary>
    public required string ExecutorId { get; init; }

    /// <summary>Gets how its tasks are run.</summary>
    public required ExecutorKind Kind { get; init; }

    /// <summary>Gets the app that it is an instance of.</summary>
    public required AppKey App { get; init; }

    /// <summary>Gets the tasks inside.</summary>
    public required IReadOnlyList<ClusterTask> Tasks { get; init; }

    /// <summary>Gets what is allocated to it: its tasks, and the executor where that has resources of its own.</summary>
    public required ResourceVector Allocated { get; init; }

    /// <summary>Gets what the agent said about it; <see langword="null"/> where it said nothing this time.</summary>
    public ContainerSample? Sample { get; init; }
}
