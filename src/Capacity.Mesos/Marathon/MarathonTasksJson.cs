namespace Capacity.Mesos.Marathon;

/// <summary>The answer to <c>/v2/tasks</c>: which app each task belongs to. Task ids come in several shapes and are never taken apart.</summary>
internal sealed class MarathonTasksJson
{
    public List<TaskJson?>? Tasks { get; set; }

    internal sealed class TaskJson
    {
        public string? Id { get; set; }

        public string? AppId { get; set; }
    }
}
