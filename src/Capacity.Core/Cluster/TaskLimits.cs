namespace Capacity.Core.Cluster;

/// <summary>The hard limits of a task (Mesos 1.10 and later).</summary>
/// <param name="Cpus">Cores; positive infinity for none, <see langword="null"/> where the request is the limit.</param>
/// <param name="MemoryBytes">Bytes; positive infinity for none, <see langword="null"/> where the request is the limit.</param>
public sealed record TaskLimits(double? Cpus, double? MemoryBytes);
