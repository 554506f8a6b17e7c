namespace Capacity.Core.Alerting.Board;

/// <summary>What came of time's passing.</summary>
/// <param name="Changes">What happened, in order.</param>
/// <param name="Ended">The alerts that ended.</param>
/// <param name="Forgotten">The alerts that were forgotten.</param>
public sealed record BoardPassing(IReadOnlyList<AlertChange> Changes, IReadOnlyList<Alert> Ended, IReadOnlyList<Alert> Forgotten);
