namespace Capacity.Core.Cluster;

/// <summary>Instances that Marathon cannot start yet, and what offers lacked.</summary>
/// <param name="App">The app or pod.</param>
/// <param name="Waiting">How many instances wait.</param>
/// <param name="Since">Since when; <see langword="null"/> where Marathon does not say.</param>
/// <param name="BackOff">How long Marathon waits by itself because the app keeps failing; zero when it waits for room.</param>
/// <param name="Rejections">How many offers failed on what, such as <c>InsufficientMemory</c>; reasons without any are left out.</param>
public sealed record QueuedApp(
    AppKey App,
    int Waiting,
    DateTimeOffset? Since,
    TimeSpan BackOff,
    IReadOnlyDictionary<string, long> Rejections);
