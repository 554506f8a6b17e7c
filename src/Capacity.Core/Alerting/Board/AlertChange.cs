namespace Capacity.Core.Alerting.Board;

/// <summary>What happened to an alert, by this service's clock.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Alert">The alert after it.</param>
/// <param name="At">When.</param>
public readonly record struct AlertChange(AlertChangeKind Kind, AlertState Alert, DateTimeOffset At);
