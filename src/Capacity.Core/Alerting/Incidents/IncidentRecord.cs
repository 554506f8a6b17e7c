using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>An incident as it is remembered.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Team">The team that owns what failed; <see langword="null"/> where it is not one team's.</param>
/// <param name="Radius">What it took with it; <see langword="null"/> where no machines are known to have failed.</param>
public sealed record IncidentRecord(Incident Incident, string? Team, BlastRadius? Radius);
