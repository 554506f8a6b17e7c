using System.Globalization;
using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Api;
using Capacity.Server.Configuration;

namespace Capacity.Server.Paging.Receivers;

/// <summary>Sends events to PagerDuty (Events API v2). The incident's id is the dedup key: what is sent twice wakes once.</summary>
internal sealed class PagerDutyReceiver(ReceiverSettings settings, TimeProvider time) : IReceiver
{
    /// <summary>The largest event that is taken, and the longest key and summary (developer.pagerduty.com, "Send an alert event").</summary>
    private const int MostBytes = 512 * 1024;

    private const int LongestKey = 255;
    private const int LongestSummary = 1024;

    private readonly ReceiverHttp http = new(settings.CertificateAuthorityFile, settings.Timeout, time);

    public async Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken)
    {
        var body = ReceiverJson.InSnakeCase(Event(message, withDetails: true));
        if (body.Length > MostBytes)
        {
            body = ReceiverJson.InSnakeCase(Event(message, withDetails: false));
        }

        return (await http.SendAsync(ReceiverHttp.Post(settings.Address!, body), cancellationToken)).Outcome;
    }

    public void Dispose() => http.Dispose();

    private object Event(IncidentMessage message, bool withDetails)
    {
        var delivery = message.Delivery;
        var action = delivery.Action switch
        {
            DeliveryAction.Resolve => "resolve",
            DeliveryAction.Acknowledge => "acknowledge",
            _ => "trigger",
        };
        return new
        {
            RoutingKey = settings.Secret!.Value,
            DedupKey = FoldingKey.Of(delivery.Incident, LongestKey),
            EventAction = action,
            Client = "Capacity",
            ClientUrl = message.Link.AbsoluteUri,
            Links = new[] { new { Href = message.Link.AbsoluteUri, Text = delivery.Action == DeliveryAction.Digest ? "Incidents" : "Incident" } },
            Payload = action == "trigger" ? Payload(message, withDetails) : null,
        };
    }

    private static object Payload(IncidentMessage message, bool withDetails)
    {
        var notice = message.Notice;
        return new
        {
            Summary = MessageText.Cut(MessageText.Title(message), LongestSummary),
            Source = notice.Hosts is [var host] ? host : notice.Cluster,
            Severity = message.Delivery.Action == DeliveryAction.Page ? "critical" : notice.Severity == AlertSeverity.Info ? "info" : "warning",
            Timestamp = notice.OpenedAt,
            Component = notice.Rack ?? notice.Zone,
            Group = notice.Cluster,
            Class = Words.Of(notice.CauseKind),
            CustomDetails = withDetails ? Details(message) : null,
        };
    }

    private static SortedDictionary<string, string> Details(IncidentMessage message)
    {
        var notice = message.Notice;
        return new(StringComparer.Ordinal)
        {
            ["text"] = MessageText.Body(message),
            ["reason"] = notice.Reason,
            ["firing"] = notice.Firing.ToString(CultureInfo.InvariantCulture),
            ["alerts"] = notice.Alerts.ToString(CultureInfo.InvariantCulture),
            ["machines"] = notice.HostCount.ToString(CultureInfo.InvariantCulture),
            ["hosts"] = string.Join(", ", notice.Hosts),
            ["team"] = notice.Team ?? "",
            ["zone"] = notice.Zone ?? "",
            ["evidence"] = string.Join('\n', notice.Evidence),
        };
    }
}
