namespace Capacity.Server.Api.Incidents;

/// <summary>Incidents as CSV.</summary>
internal static class IncidentTable
{
    public static CsvTable<IncidentDocument> Columns { get; } = new(
        ("id", i => i.Id),
        ("kind", i => i.Kind),
        ("cause", i => i.Cause),
        ("state", i => i.State),
        ("severity", i => i.Severity),
        ("team", i => i.Team),
        ("opened_at", i => i.OpenedAt),
        ("paged_at", i => i.PagedAt),
        ("resolved_at", i => i.ResolvedAt),
        ("zone", i => i.Zone),
        ("rack", i => i.Rack),
        ("hosts", i => i.Hosts),
        ("alerts", i => i.Alerts),
        ("firing", i => i.Firing),
        ("flaps", i => i.Flaps),
        ("apps", i => i.BlastRadius?.AppCount),
        ("instances", i => i.BlastRadius?.Instances));
}
