using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic;

/// <summary>One executor of an agent, running or ended, with its tasks and what they use.</summary>
internal sealed record SyntheticExecutor
{
    /// <summary>What an agent adds to the container of a task that brings no executor.</summary>
    private static readonly ResourceVector CommandExecutor = new(CpuCores.FromCores(0.1), MemorySize.FromMebibytes(32));

    public required string Id { get; init; }

    public required string Container { get; init; }

    public required SyntheticFramework Framework { get; init; }

    public required string Role { get; init; }

    /// <summary>Gets the app; <see langword="null"/> for a job of Chronos.</summary>
    public required SyntheticApp? App { get; init; }

    public required string Command { get; init; }

    public required IReadOnlyList<SyntheticTask> Tasks { get; init; }

    public required int? Port { get; init; }

    public required int Pid { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the mean CPU that it uses, as a ratio of its request.</summary>
    public required double CpuUse { get; init; }

    /// <summary>Gets the memory that it uses, as a ratio of its request.</summary>
    public required double MemoryUse { get; init; }

    /// <summary>Gets a value indicating whether Mesos's default executor runs it.</summary>
    public bool IsPod => App is { IsPod: true };

    /// <summary>Gets the state that its tasks have when they have ended: Marathon kills them, a job finishes.</summary>
    public string EndState => App is null ? "TASK_FINISHED" : "TASK_KILLED";

    public string Name => IsPod ? string.Empty : $"Command Executor (Task: {Id}) (Command: sh -c '{Command}...')";

    public string Source => IsPod ? string.Empty : Id;

    /// <summary>Gets what the master counts: an executor only where it has resources of its own.</summary>
    public ResourceVector Allocated => Tasks.Sum(t => t.Request) + (IsPod ? CommandExecutor : default);

    /// <summary>Gets what the agent counts: with the command executor.</summary>
    public ResourceVector OnAgent => Tasks.Sum(t => t.Request) + CommandExecutor;
}
