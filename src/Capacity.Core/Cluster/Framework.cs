namespace Capacity.Core.Cluster;

/// <summary>A scheduler that runs tasks, such as Marathon.</summary>
/// <param name="Id">The framework's id; it may change when the scheduler loses its state.</param>
/// <param name="Name">The name it registered with; several frameworks may share one.</param>
/// <param name="Roles">The roles it takes offers for.</param>
/// <param name="Subscribed">Whether the master has a connection to it; <see langword="null"/> where the master does not say.</param>
public sealed record Framework(string Id, string Name, IReadOnlyList<string> Roles, bool? Subscribed);
