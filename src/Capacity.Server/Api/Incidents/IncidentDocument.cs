using Capacity.Core.Alerting.Incidents;

namespace Capacity.Server.Api.Incidents;

/// <summary>An incident.</summary>
public sealed record IncidentDocument
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets <c>condition</c>, <c>app</c>, <c>machine</c>, <c>domain</c>, <c>controlPlane</c> or <c>change</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the cause, in one line.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets <c>open</c> or <c>resolved</c>.</summary>
    public required string State { get; init; }

    /// <summary>Gets the worst severity among its alerts: <c>info</c>, <c>warning</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Gets the team that owns what failed; <see langword="null"/> where it is not one team's.</summary>
    public string? Team { get; init; }

    /// <summary>Gets when it began.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets when somebody was paged; <see langword="null"/> where nobody was.</summary>
    public DateTimeOffset? PagedAt { get; init; }

    /// <summary>Gets when it was made a ticket; <see langword="null"/> where it was paged at once.</summary>
    public DateTimeOffset? TicketedAt { get; init; }

    /// <summary>Gets when it was over; <see langword="null"/> where it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Gets when it will be over if nothing fires until then; <see langword="null"/> while something fires.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>Gets the zone that failed; <see langword="null"/> where it is not one.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets the rack that failed; <see langword="null"/> where it is not one.</summary>
    public string? Rack { get; init; }

    /// <summary>Gets the number of machines that failed.</summary>
    public required int Hosts { get; init; }

    /// <summary>Gets the number of its alerts that fire.</summary>
    public required int Firing { get; init; }

    /// <summary>Gets the number of its alerts that fire and that somebody has silenced.</summary>
    public required int Silenced { get; init; }

    /// <summary>Gets the number of alerts that ever belonged to it.</summary>
    public required int Alerts { get; init; }

    /// <summary>Gets how often it came back before it was over.</summary>
    public required int Flaps { get; init; }

    /// <summary>Gets what it took with it; <see langword="null"/> where no machines are known to have failed.</summary>
    public BlastRadius? BlastRadius { get; init; }

    /// <summary>Makes it.</summary>
    public static IncidentDocument Of(IncidentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var incident = record.Incident;
        return new()
        {
            Id = incident.Id,
            Kind = Words.Of(incident.Kind),
            Cause = incident.Cause,
            State = incident.IsOpen ? "open" : "resolved",
            Severity = Words.Of(incident.Severity),
            Team = record.Team,
            OpenedAt = incident.OpenedAt,
            PagedAt = incident.PagedAt,
            TicketedAt = incident.TicketedAt,
            ResolvedAt = incident.ResolvedAt,
            QuietUntil = incident.QuietUntil,
            Zone = incident.Zone,
            Rack = incident.Rack,
            Hosts = incident.Hosts.Count,
            Firing = incident.Firing,
            Silenced = incident.Silenced,
            Alerts = incident.Alerts,
            Flaps = incident.Flaps,
            BlastRadius = record.Radius,
        };
    }
}
