using Capacity.Core.Units;

namespace Capacity.Core.Cluster;

/// <summary>One task that runs on an agent.</summary>
/// <param name="Id">The task's id within its framework.</param>
/// <param name="Name">The name that the framework gave it.</param>
/// <param name="State">The state as Mesos writes it, such as <c>TASK_RUNNING</c>.</param>
/// <param name="Resources">What is allocated to the task: its request.</param>
/// <param name="Limits">Its hard limits; <see langword="null"/> where the request is the limit.</param>
/// <param name="Role">The role whose resources it takes.</param>
/// <param name="Labels">The labels that the framework gave it.</param>
public sealed record ClusterTask(
    string Id,
    string Name,
    string State,
    ResourceVector Resources,
    TaskLimits? Limits,
    string Role,
    IReadOnlyDictionary<string, string> Labels);
