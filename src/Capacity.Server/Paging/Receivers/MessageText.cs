using System.Globalization;
using System.Text;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Api;

namespace Capacity.Server.Paging.Receivers;

/// <summary>Messages in words.</summary>
internal static class MessageText
{
    private const int MostHosts = 8;
    private const int MostEvidence = 5;

    /// <summary>One line that says what happened: the same in every message of the incident, as long as its cause is.</summary>
    public static string Subject(IncidentMessage message) => message.Delivery.Action == DeliveryAction.Digest
        ? $"[{message.Notice.Cluster}] {message.TicketCount} tickets of the quiet hours"
        : $"[{message.Notice.Cluster}] {Line(message.Notice.Cause)}";

    /// <summary>One line that says what is asked, and what happened.</summary>
    public static string Title(IncidentMessage message) => message.Delivery switch
    {
        { Action: DeliveryAction.Page, Step: > 0 } => $"Nobody has acknowledged: {Subject(message)}",
        { Action: DeliveryAction.Ticket } => $"Ticket: {Subject(message)}",
        { Action: DeliveryAction.Update } => $"Update: {Subject(message)}",
        { Action: DeliveryAction.Resolve } => $"Resolved: {Subject(message)}",
        { Action: DeliveryAction.Acknowledge } => $"Acknowledged by {message.Delivery.By}: {Subject(message)}",
        { Action: DeliveryAction.Note } => $"{message.Delivery.By} on {Subject(message)}",
        _ => Subject(message),
    };

    /// <summary>What stands below the title: why, since when, where, and what proves it.</summary>
    public static string Body(IncidentMessage message) => message.Delivery.Action switch
    {
        DeliveryAction.Digest => Digest(message),
        DeliveryAction.Acknowledge or DeliveryAction.Note => message.Delivery.Text ?? "",
        _ => string.Join('\n', Lines(message.Notice)),
    };

    /// <summary>Cuts a text to a number of characters, of any alphabet.</summary>
    public static string Cut(string text, int most)
    {
        var runes = text.EnumerateRunes();
        return text.Length <= most || runes.Count() <= most ? text : string.Concat(runes.Take(most - 1).Select(r => r.ToString())) + "…";
    }

    /// <summary>Where it is, in words; empty where that is not known.</summary>
    public static string Place(IncidentNotice notice) =>
        string.Join(", ", ((string?[])[notice.Zone is { } zone ? $"zone {zone}" : null, notice.Rack is { } rack ? $"rack {rack}" : null]).OfType<string>());

    /// <summary>Which machines, in words; empty for none.</summary>
    public static string Hosts(IncidentNotice notice) => notice.Hosts.Count == 0
        ? ""
        : string.Join(", ", notice.Hosts.Take(MostHosts)) + (notice.HostCount > MostHosts ? $" and {notice.HostCount - Math.Min(MostHosts, notice.Hosts.Count)} more" : "");

    private static IEnumerable<string> Lines(IncidentNotice notice)
    {
        yield return Line(notice.Reason);
        yield return $"Severity {Words.Of(notice.Severity)}, since {notice.OpenedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC; {notice.Firing} of {notice.Alerts} alerts fire.";
        if (Place(notice) is { Length: > 0 } place)
        {
            yield return $"Where: {place}";
        }

        if (Hosts(notice) is { Length: > 0 } hosts)
        {
            yield return $"Machines: {hosts}";
        }

        if (notice.Team is { } team)
        {
            yield return $"Team: {Line(team)}";
        }

        foreach (var labels in notice.Evidence.Take(MostEvidence))
        {
            yield return $"Alert: {Cut(labels.ToString(), 300)}";
        }
    }

    private static string Digest(IncidentMessage message)
    {
        var text = new StringBuilder();
        foreach (var ticket in message.Tickets)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Line(ticket.Cause)}: {Line(ticket.Reason)} {message.LinkTo(ticket.Incident)}\n");
        }

        if (message.TicketCount > message.Tickets.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"- and {message.TicketCount - message.Tickets.Count} more\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
