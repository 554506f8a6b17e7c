using System.Text.Json;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>incident</c>.</summary>
internal sealed class IncidentRow
{
    public const string Columns = "body, team, radius";

    public string Body { get; init; } = "";

    public string? Team { get; init; }

    public string? Radius { get; init; }

    public static object Parameters(Incident incident, IncidentBatch batch) => new
    {
        incident.Id,
        Kind = incident.Kind.ToString(),
        Opened = incident.OpenedAt.ToMicroseconds(),
        Paged = incident.PagedAt?.ToMicroseconds(),
        Resolved = incident.ResolvedAt?.ToMicroseconds(),
        incident.Zone,
        Team = batch.Teams.GetValueOrDefault(incident.Id),
        Body = JsonSerializer.Serialize(incident, IncidentJson.Default.Incident),
        Radius = batch.Radii.TryGetValue(incident.Id, out var radius) ? JsonSerializer.Serialize(radius, IncidentJson.Default.BlastRadius) : null,
    };

    public Incident ToIncident() => StoredJson.Read(Body, IncidentJson.Default.Incident);

    public IncidentRecord ToRecord() => new(ToIncident(), Team, Radius is null ? null : StoredJson.Read(Radius, IncidentJson.Default.BlastRadius));
}
