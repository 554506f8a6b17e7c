using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Paging.Receivers;

/// <summary>What Alertmanager posts to webhooks, version 4: an incident is one alert, and a group of its own. The key is the only addition.</summary>
internal sealed record WebhookBody(
    string Receiver,
    string Status,
    IReadOnlyList<WebhookAlert> Alerts,
    IReadOnlyDictionary<string, string> GroupLabels,
    IReadOnlyDictionary<string, string> CommonLabels,
    IReadOnlyDictionary<string, string> CommonAnnotations,
    string ExternalURL,
    string Version,
    string GroupKey,
    int TruncatedAlerts,
    string IdempotencyKey)
{
    private const string Firing = "firing", Resolved = "resolved";

    /// <summary>What stands for the end of what is not over.</summary>
    private static readonly DateTimeOffset NoEnd = new(1, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static WebhookBody Of(IncidentMessage message)
    {
        var delivery = message.Delivery;
        var over = delivery.Action == DeliveryAction.Resolve;
        List<(LabelSet Labels, WebhookAlert Alert)> alerts = delivery.Action == DeliveryAction.Digest
            ? [.. message.Tickets.Select(t => Alert(t, t, message.LinkTo(t.Incident), null))]
            : [Alert(message.Paged ?? message.Ticketed ?? message.Notice, message.Notice, message.Link, over ? message.Notice.At : null)];
        var group = LabelSet.Create([new(delivery.Action == DeliveryAction.Digest ? "digest" : "incident", delivery.Incident)]);
        return new(
            delivery.Receiver,
            over ? Resolved : Firing,
            [.. alerts.Select(a => a.Alert)],
            Pairs(group),
            Common([.. alerts.Select(a => a.Alert.Labels)]),
            Common([.. alerts.Select(a => a.Alert.Annotations)]),
            message.Pages.AbsoluteUri.TrimEnd('/'),
            "4",
            $"{{}}:{group}",
            delivery.Action == DeliveryAction.Digest ? message.TicketCount - message.Tickets.Count : 0,
            delivery.Key);
    }

    private static (LabelSet Labels, WebhookAlert Alert) Alert(IncidentNotice first, IncidentNotice latest, Uri link, DateTimeOffset? end)
    {
        var labels = IncidentLabels.Of(first);
        return (labels, new(end is null ? Firing : Resolved, Pairs(labels), IncidentLabels.Annotations(latest, link), latest.OpenedAt, end ?? NoEnd, link.AbsoluteUri, labels.Fingerprint.ToString()));
    }

    private static SortedDictionary<string, string> Common(IReadOnlyList<IReadOnlyDictionary<string, string>> all) =>
        new(all[0].Where(p => all.All(a => a.TryGetValue(p.Key, out var value) && value == p.Value)).ToDictionary(), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Pairs(LabelSet labels) => new(labels.ToDictionary(), StringComparer.Ordinal);
}
