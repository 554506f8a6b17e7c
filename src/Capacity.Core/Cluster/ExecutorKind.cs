namespace Capacity.Core.Cluster;

/// <summary>How tasks are run inside a container.</summary>
public enum ExecutorKind
{
    /// <summary>Mesos's own executor around a single task; the agent adds 0.1 CPU and 32 MiB for it, outside of what is allocated.</summary>
    Command,

    /// <summary>Mesos's executor for groups of tasks (pods); it has resources of its own, which are allocated.</summary>
    Default,

    /// <summary>A framework's own executor; its resources are allocated.</summary>
    Custom,
}
