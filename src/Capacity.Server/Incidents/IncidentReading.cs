using Capacity.Core.Alerting.Incidents;

namespace Capacity.Server.Incidents;

/// <summary>An incident with what it stands on.</summary>
/// <param name="Record">The incident.</param>
/// <param name="Alerts">Its alerts, those first that proved it; at most <see cref="IncidentReader.MostAlerts"/>.</param>
/// <param name="Confidence">How well its cause is proven.</param>
public sealed record IncidentReading(IncidentRecord Record, IReadOnlyList<ExplainedAlert> Alerts, Confidence Confidence);
