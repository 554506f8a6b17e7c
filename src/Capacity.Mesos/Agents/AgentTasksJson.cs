namespace Capacity.Mesos.Agents;

/// <summary>The answer to the operator call <c>GET_TASKS</c> of an agent. Here, and not in <c>/state</c>, a status says its reason.</summary>
internal sealed class AgentTasksJson
{
    public GetTasksJson? GetTasks { get; set; }

    internal sealed class GetTasksJson
    {
        public List<EndedTaskJson?>? TerminatedTasks { get; set; }

        public List<EndedTaskJson?>? CompletedTasks { get; set; }
    }

    internal sealed class EndedTaskJson
    {
        public IdJson? TaskId { get; set; }

        public IdJson? FrameworkId { get; set; }

        public IdJson? ExecutorId { get; set; }

        public string? Name { get; set; }

        public string? State { get; set; }

        public List<StatusJson?>? Statuses { get; set; }
    }

    internal sealed class IdJson
    {
        public string? Value { get; set; }
    }

    internal sealed class StatusJson
    {
        public string? State { get; set; }

        public string? Reason { get; set; }

        public string? Message { get; set; }

        public double? Timestamp { get; set; }
    }
}
