namespace Capacity.Core.Cluster;

/// <summary>The leading master.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Phase">How far it has come since its election.</param>
/// <param name="ElectedAt">When it was elected, by its own clock; <see langword="null"/> where it does not say.</param>
/// <param name="RecoveredAgents">How many agents of the previous leader it still waits for.</param>
public sealed record Leader(HostPort Address, LeaderPhase Phase, DateTimeOffset? ElectedAt, int RecoveredAgents);
