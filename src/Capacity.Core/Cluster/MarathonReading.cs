namespace Capacity.Core.Cluster;

/// <summary>What one Marathon says.</summary>
/// <param name="FrameworkId">The framework it runs as; <see langword="null"/> where it does not say.</param>
/// <param name="Apps">Its apps.</param>
/// <param name="Queue">The apps and pods that wait for room or for their back-off.</param>
/// <param name="AppIds">The app or pod of each task id.</param>
/// <param name="Failures">The last failure of each app that had one.</param>
public sealed record MarathonReading(
    string? FrameworkId,
    IReadOnlyList<MarathonApp> Apps,
    IReadOnlyList<QueuedApp> Queue,
    IReadOnlyDictionary<string, string> AppIds,
    IReadOnlyList<TaskFailure> Failures);
