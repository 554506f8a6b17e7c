using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Agents;

/// <summary>The answer to an agent's <c>/state</c>, as far as it is used.</summary>
internal sealed class AgentStateJson
{
    public string? Id { get; set; }

    public string? Hostname { get; set; }

    public string? Pid { get; set; }

    public string? Version { get; set; }

    public ResourcesJson? Resources { get; set; }

    public ResourcesJson? UnreservedResources { get; set; }

    public ResourcesJson? UnreservedResourcesAllocated { get; set; }

    public Dictionary<string, ResourcesJson?>? ReservedResources { get; set; }

    public Dictionary<string, ResourcesJson?>? ReservedResourcesAllocated { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }

    public DomainJson? Domain { get; set; }

    public List<FrameworkJson?>? Frameworks { get; set; }

    public List<FrameworkJson?>? CompletedFrameworks { get; set; }

    /// <summary>What the agent says of itself, in the place of what no master knows yet.</summary>
    /// <param name="allocated">
    /// What its containers are allocated. The agent's own split by reservation counts command executors in, so it errs on the side
    /// of too little room.
    /// </param>
    public AgentResources? ToResources(ResourceVector allocated)
    {
        if (Resources is null)
        {
            return null;
        }

        var reservedAllocated = ReservedResourcesAllocated ?? [];
        return new(
            Resources.ToVector(),
            allocated,
            ResourceVector.Zero,
            UnreservedResources?.ToVector() ?? Resources.ToVector(),
            UnreservedResourcesAllocated?.ToVector() ?? allocated,
            [.. (ReservedResources ?? []).OrderBy(r => r.Key, StringComparer.Ordinal)
                .Select(r => new Reservation(r.Key, r.Value?.ToVector() ?? default, reservedAllocated.GetValueOrDefault(r.Key)?.ToVector() ?? default))],
            Resources.ToRevocable(),
            UnreservedResourcesAllocated?.ToRevocable() ?? default);
    }

    internal sealed class FrameworkJson
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? Role { get; set; }

        public List<string?>? Roles { get; set; }

        public List<ExecutorJson?>? Executors { get; set; }

        public FailedTaskCount? CompletedExecutors { get; set; }
    }

    internal sealed class ExecutorJson
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? Container { get; set; }

        public string? Type { get; set; }

        public ResourcesJson? Resources { get; set; }

        public List<TaskJson?>? Tasks { get; set; }

        public List<TaskJson?>? QueuedTasks { get; set; }

        /// <summary>Gets or sets the tasks that have ended; they name the app of an executor whose only task has just done so.</summary>
        public List<EndedNameJson?>? CompletedTasks { get; set; }
    }

    internal sealed class EndedNameJson
    {
        public string? Name { get; set; }
    }

    internal sealed class TaskJson
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? ExecutorId { get; set; }

        public string? State { get; set; }

        public string? Role { get; set; }

        public ResourcesJson? Resources { get; set; }

        public LimitsJson? Limits { get; set; }

        public List<LabelJson?>? Labels { get; set; }
    }

    internal sealed class LimitsJson
    {
        public double? Cpus { get; set; }

        public double? Mem { get; set; }
    }
}
