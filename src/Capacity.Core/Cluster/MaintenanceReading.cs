namespace Capacity.Core.Cluster;

/// <summary>What the leading master says of maintenance.</summary>
/// <param name="HostsDown">The host names that an operator has taken down, in lower case.</param>
/// <param name="Windows">The windows that are scheduled, those that are over and were not lifted too; <see langword="null"/> where the master would not tell.</param>
public sealed record MaintenanceReading(IReadOnlySet<string> HostsDown, IReadOnlyList<MaintenanceWindow>? Windows);
