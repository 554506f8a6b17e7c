namespace Capacity.Core.Cluster;

/// <summary>A task that ended against the will of its framework.</summary>
/// <param name="App">The app it was an instance of.</param>
/// <param name="TaskId">The task's id.</param>
/// <param name="At">When it ended; <see langword="null"/> where nobody says.</param>
/// <param name="OutOfMemory">Whether it was killed for taking more memory than its limit.</param>
/// <param name="Message">What Mesos or Marathon says about it.</param>
public sealed record TaskFailure(AppKey App, string TaskId, DateTimeOffset? At, bool OutOfMemory, string Message);
