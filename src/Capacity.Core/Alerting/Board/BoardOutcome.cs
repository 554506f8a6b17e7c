namespace Capacity.Core.Alerting.Board;

/// <summary>What came of alerts that arrived.</summary>
/// <param name="Changes">What happened, in order.</param>
/// <param name="ToKeep">The alerts that have to be stored before their sender is told that they are here. Those merely sent again are not among them.</param>
/// <param name="Refused">How many new alerts there was no room for.</param>
public sealed record BoardOutcome(IReadOnlyList<AlertChange> Changes, IReadOnlyList<Alert> ToKeep, int Refused);
