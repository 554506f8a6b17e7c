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

    /// <summary>Gets what it uses.</summary>
    public required IContainerLoad Load { get; init; }

    /// <summary>Gets whether it was launched from the agent's reservation; <see langword="null"/> where nobody says.</summary>
    public bool? IsReserved { get; init; }

    /// <summary>Gets when it ended; <see langword="null"/> while it runs, and where nobody says.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the most memory that it was seen to use when it was killed for that; <see langword="null"/> where it was not.</summary>
    public MemorySize? KilledAtMemory { get; init; }

    /// <summary>Gets a value indicating whether Mesos's default executor runs it.</summary>
    public bool IsPod => App is { IsPod: true };

    /// <summary>Gets the state that its tasks have when they have ended: Marathon kills them, a job finishes.</summary>
    public string EndState { get => field ?? (App is null ? "TASK_FINISHED" : "TASK_KILLED"); init; }

    public string Name => IsPod ? string.Empty : $"Command Executor (Task: {Id}) (Command: sh -c '{Command}...')";

    public string Source => IsPod ? string.Empty : Id;

    /// <summary>Gets what the master counts: an executor only where it has resources of its own.</summary>
    public ResourceVector Allocated => Tasks.Sum(t => t.Request) + (IsPod ? CommandExecutor : default);

    /// <summary>Gets what the agent counts: with the command executor.</summary>
    public ResourceVector OnAgent => Tasks.Sum(t => t.Request) + CommandExecutor;
}
