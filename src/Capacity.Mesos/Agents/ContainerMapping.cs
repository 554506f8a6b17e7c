using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Core.Usage;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Agents;

/// <summary>Turns what an agent says into the model, and joins usage to tasks on framework and executor.</summary>
internal static class ContainerMapping
{
    /// <summary>Adds what only the agent itself knows. Right after an election that is all there is.</summary>
    public static Agent Complete(
        Agent agent, AgentStateJson state, IReadOnlyList<Container> containers, HostPort address, DateTimeOffset asOf) => agent with
    {
        Address = address,
        Version = agent.Version ?? state.Version,
        Attributes = agent.Attributes.Count > 0 ? agent.Attributes : state.Attributes ?? [],
        Domain = agent.Domain ?? state.Domain?.ToDomain(),
        Resources = agent.Resources ?? state.ToResources(containers.Sum(c => c.Allocated)),
        AsOf = asOf,
    };

    public static Framework ToFramework(AgentStateJson.FrameworkJson framework) =>
        new(framework.Id!, framework.Name ?? framework.Id!, framework.Roles is { } roles ? [.. roles.Present()] : framework.Role is { } role ? [role] : [], null);

    public static IReadOnlyList<Container> Containers(
        AgentName agent, IReadOnlyList<AgentStateJson.FrameworkJson> frameworks, IReadOnlyList<ContainerJson?> usage)
    {
        var samples = new Dictionary<string, ContainerSample?>(usage.Count, StringComparer.Ordinal);
        foreach (var entry in usage.Present())
        {
            if (entry.ContainerId is { } id)
            {
                samples[id] = entry.Statistics?.ToSample();
            }
        }

        var texts = new TextPool();
        var containers = new List<Container>(usage.Count);
        foreach (var framework in frameworks)
        {
            foreach (var executor in framework.Executors.Present())
            {
                if (framework.Id is not null && executor is { Id: not null, Container: not null })
                {
                    containers.Add(ToContainer(agent, framework, executor, samples.GetValueOrDefault(executor.Container), texts));
                }
            }
        }

        return containers;
    }

    public static IReadOnlyList<TaskFailure> Failures(AgentTasksJson tasks, IReadOnlyDictionary<string, string> frameworkNames) =>
        [.. (tasks.GetTasks?.TerminatedTasks).Present().Concat((tasks.GetTasks?.CompletedTasks).Present())
            .Where(t => t.State == "TASK_FAILED" && t.TaskId?.Value is not null)
            .Select(t => ToFailure(t, frameworkNames))];

    private static TaskFailure ToFailure(AgentTasksJson.EndedTaskJson task, IReadOnlyDictionary<string, string> frameworkNames)
    {
        var status = task.Statuses.Present().LastOrDefault(s => s.State == "TASK_FAILED");
        var framework = task.FrameworkId?.Value ?? string.Empty;
        return new(
            AppNaming.Guess(frameworkNames.GetValueOrDefault(framework, framework), task.ExecutorId?.Value ?? string.Empty, [task.Name ?? task.TaskId!.Value!]),
            task.TaskId!.Value!,
            Scalars.ToTime(status?.Timestamp),
            status?.Reason == "REASON_CONTAINER_LIMITATION_MEMORY",
            FirstLine(status?.Message));
    }

    private static string FirstLine(string? message) => message?.Split('\n', 2)[0] ?? string.Empty;

    private static Container ToContainer(
        AgentName agent,
        AgentStateJson.FrameworkJson framework,
        AgentStateJson.ExecutorJson executor,
        ContainerSample? sample,
        TextPool texts)
    {
        var executorId = texts.Share(executor.Id!);
        var ofExecutor = executor.Tasks.Present().Concat(executor.QueuedTasks.Present()).ToList();
        var tasks = ofExecutor.ConvertAll(t => ToTask(t, texts));
        var names = tasks.Count > 0 ? tasks.ConvertAll(t => t.Name) : executor.CompletedTasks.Present().Select(t => t.Name).OfType<string>().ToList();
        var kind = KindOf(executor, ofExecutor);
        var ofTasks = tasks.Sum(t => t.Resources);
        return new()
        {
            Id = executor.Container!,
            Agent = agent,
            FrameworkId = framework.Id!,
            ExecutorId = executorId,
            Kind = kind,
            App = AppNaming.Guess(framework.Name ?? framework.Id!, executorId, names),
            Tasks = tasks,

            // An agent counts 0.1 CPU and 32 MiB for a command executor into its container; to the master they do not exist.
            Allocated = kind == ExecutorKind.Command ? ofTasks : executor.Resources?.ToVector() ?? ofTasks,
            Sample = sample,
        };
    }

    /// <summary>A command executor's tasks name no executor; one whose task has just ended still has the name that the agent gave it.</summary>
    private static ExecutorKind KindOf(AgentStateJson.ExecutorJson executor, List<AgentStateJson.TaskJson> tasks) => executor.Type switch
    {
        "DEFAULT" => ExecutorKind.Default,
        "CUSTOM" => ExecutorKind.Custom,
        _ when tasks.Count > 0 => tasks.TrueForAll(t => string.IsNullOrEmpty(t.ExecutorId)) ? ExecutorKind.Command : ExecutorKind.Custom,
        _ => executor.Name?.StartsWith("Command Executor (Task: ", StringComparison.Ordinal) == true ? ExecutorKind.Command : ExecutorKind.Custom,
    };

    private static ClusterTask ToTask(AgentStateJson.TaskJson task, TextPool texts) => new(
        texts.Share(task.Id ?? string.Empty),
        task.Name ?? string.Empty,
        texts.Share(task.State ?? "TASK_STAGING"),
        task.Resources?.ToVector() ?? default,
        task.Limits is { } limits ? new(Limit(limits.Cpus), Limit(limits.Mem) * (1 << 20)) : null,
        texts.Share(task.Role ?? Roles.Any),
        LabelJson.ToDictionary(task.Labels, texts.Share));

    private static double? Limit(double? value) => value is >= 0 ? value : null;
}
