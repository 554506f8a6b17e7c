using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;

namespace Capacity.Server.Paging.Receivers;

/// <summary>
/// Hands incidents to an Alertmanager, one alert each. As Prometheus does, it is told again as long as an incident is open, with an end some way ahead:
/// if this service is gone, its alerts end there by themselves.
/// </summary>
internal sealed class AlertmanagerReceiver(ReceiverSettings settings, TimeProvider time) : IReceiver
{
    /// <summary>An alert lives as long as so many repetitions of it, as Prometheus has it.</summary>
    private const int Repetitions = 4;

    private readonly ReceiverHttp http = new(settings.CertificateAuthorityFile, settings.Timeout, time);
    private readonly Uri address = new(new($"{settings.Address!.AbsoluteUri.TrimEnd('/')}/"), "api/v2/alerts");

    public ReceiverSettings Settings => settings;

    public Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken) => PostAsync([.. Alerts(message)], cancellationToken);

    /// <summary>Tells again what is open.</summary>
    /// <param name="open">The incidents.</param>
    /// <param name="watchdog">The cluster of the alert that always fires; <see langword="null"/> for none.</param>
    /// <param name="pages">The address of the service's pages.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<SendOutcome> RepeatAsync(IReadOnlyList<IncidentMessage> open, string? watchdog, Uri pages, CancellationToken cancellationToken) =>
        PostAsync([.. open.SelectMany(Alerts), .. watchdog is null ? [] : (PostedAlert[])[Watchdog(watchdog, pages)]], cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<SendOutcome> PostAsync(IReadOnlyList<PostedAlert> alerts, CancellationToken cancellationToken) => alerts.Count == 0
        ? new SendOutcome.Taken()
        : (await http.SendAsync(ReceiverHttp.Post(address, ReceiverJson.InCamelCase(alerts), settings.Secret?.AuthorizationHeader), cancellationToken)).Outcome;

    private IEnumerable<PostedAlert> Alerts(IncidentMessage message)
    {
        if (message.Delivery.Action == DeliveryAction.Digest)
        {
            return message.Tickets.Select(t => Alert(t, t, message.LinkTo(t.Incident), isOver: false));
        }

        var (isOver, link) = (message.Delivery.Action == DeliveryAction.Resolve, message.Link);
        return (message.Paged, message.Ticketed) switch
        {
            // A ticket that became a page is another alert, for severity is a label.
            ({ } paged, { } ticketed) => [Alert(paged, message.Notice, link, isOver), Alert(ticketed, message.Notice, link, isOver: true)],
            var (page, ticket) => [Alert(page ?? ticket ?? message.Notice, message.Notice, link, isOver)],
        };
    }

    private PostedAlert Alert(IncidentNotice first, IncidentNotice latest, Uri link, bool isOver) => Alert(
        IncidentLabels.Of(first),
        IncidentLabels.Annotations(latest, link),
        latest.OpenedAt,
        isOver ? Latest(latest.At, latest.OpenedAt) : time.GetUtcNow() + (Repetitions * settings.ResendInterval),
        link);

    private PostedAlert Watchdog(string cluster, Uri pages) => Alert(
        LabelSet.Create([new("alertname", "Watchdog"), new("severity", "none"), new("service", "capacity"), new("cluster", cluster)]),
        new Dictionary<string, string> { ["summary"] = "Capacity watches this cluster. This alert always fires; when it ends, nobody watches." },
        time.GetUtcNow(),
        time.GetUtcNow() + (Repetitions * settings.ResendInterval),
        pages);

    private static PostedAlert Alert(LabelSet labels, IReadOnlyDictionary<string, string> annotations, DateTimeOffset start, DateTimeOffset end, Uri link) =>
        new(new SortedDictionary<string, string>(labels.ToDictionary(), StringComparer.Ordinal), annotations, start, end, link.AbsoluteUri);

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
