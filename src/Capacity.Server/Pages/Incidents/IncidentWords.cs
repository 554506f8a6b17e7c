using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Checks;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Pages.Incidents;

/// <summary>Incidents in words that a person who was just woken understands.</summary>
internal static class IncidentWords
{
    private static readonly Dictionary<string, string> Meanings = CheckCatalogue.All.ToDictionary(c => c.Name, c => c.Summary);

    public static string Of(IncidentKind kind) => kind switch
    {
        IncidentKind.Condition => "one thing by itself",
        IncidentKind.App => "an app, or what users notice",
        IncidentKind.Machine => "one machine",
        IncidentKind.Domain => "machines of one place",
        IncidentKind.ControlPlane => "masters or ZooKeeper",
        _ => "a change that does not end",
    };

    /// <summary>What became of an alert.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Paged => "paged",
        Verdict.Attached => "part of the incident, so nobody was paged",
        Verdict.Held => "waiting, so nobody was paged yet",
        Verdict.Ticket => "for working hours, so nobody was paged",
        _ => "not decided yet",
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Held => "held until quiet hours end",
        DeliveryState.Waiting => "waits to be sent",
        DeliveryState.Delivered => "delivered",
        DeliveryState.Refused => "refused",
        DeliveryState.Expired => "given up",
        DeliveryState.HandedOver => "told somebody else in its place",
        DeliveryState.Superseded => "a later message said it",
        _ => "not needed any more",
    };

    /// <summary>Where it is: the place, and how much of it.</summary>
    public static string Scope(IncidentRecord record)
    {
        var incident = record.Incident;
        var place = (incident.Zone, incident.Rack) switch
        {
            ({ } zone, { } rack) => $"zone {zone}, rack {rack}",
            ({ } zone, null) => $"zone {zone}",
            (null, { } rack) => $"rack {rack}",
            _ => "",
        };
        string[] parts =
        [
            place,
            incident.Hosts.Count > 0 ? Show.Counted(incident.Hosts.Count, "machine") : "",
            record.Radius is { AppCount: > 0 } radius ? $"{Show.Counted(radius.Instances, "instance")} of {Show.Counted(radius.AppCount, "app")}" : "",
        ];
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    /// <summary>How it stands: paged, a ticket, or over.</summary>
    public static string State(Incident incident) =>
        incident.ResolvedAt is not null ? (incident.PagedAt is null ? "ticket, over" : "paged, over")
        : incident.QuietUntil is not null ? "quiet"
        : incident.PagedAt is not null ? "paged" : "ticket";

    /// <summary>What a cause means that is called by the name of one of the service's own checks; <see langword="null"/> for any other.</summary>
    public static string? Meaning(Incident incident) => Meanings.GetValueOrDefault(incident.Cause.Split(' ')[0]);

    public static string Address(string id) => $"/incidents/{Links.Text(id)}";
}
