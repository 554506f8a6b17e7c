using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Api;
using Capacity.Server.Configuration;

namespace Capacity.Server.Paging.Receivers;

/// <summary>Makes, closes and annotates alerts in Opsgenie (Alert API v2). The incident's id is the alias: what is sent twice is one alert.</summary>
internal sealed class OpsgenieReceiver(ReceiverSettings settings, TimeProvider time) : IReceiver
{
    /// <summary>The longest texts that are taken (docs.opsgenie.com, "Create Alert").</summary>
    private const int LongestMessage = 130, LongestAlias = 512, LongestDescription = 15_000, LongestNote = 25_000, LongestDetails = 8_000;

    private const string Source = "Capacity";

    private readonly ReceiverHttp http = new(settings.CertificateAuthorityFile, settings.Timeout, time);

    public async Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken)
    {
        var alias = FoldingKey.Of(message.Delivery.Incident, LongestAlias);
        var (path, body) = message.Delivery.Action switch
        {
            DeliveryAction.Page or DeliveryAction.Ticket or DeliveryAction.Digest => ("v2/alerts", Alert(message, alias)),
            DeliveryAction.Resolve => (Path(alias, "close"), Note(message)),
            DeliveryAction.Acknowledge => (Path(alias, "acknowledge"), Note(message)),
            _ => (Path(alias, "notes"), Note(message)),
        };
        var request = ReceiverHttp.Post(new(settings.Address!, path), ReceiverJson.InCamelCase(body), $"GenieKey {settings.Secret!.Value}");
        return (await http.SendAsync(request, cancellationToken)).Outcome;
    }

    public void Dispose() => http.Dispose();

    private static string Path(string alias, string what) => $"v2/alerts/{Uri.EscapeDataString(alias)}/{what}?identifierType=alias";

    private static object Alert(IncidentMessage message, string alias)
    {
        var notice = message.Notice;
        return new
        {
            Message = MessageText.Cut(MessageText.Title(message), LongestMessage),
            Alias = alias,
            Description = MessageText.Cut($"{MessageText.Body(message)}\n{message.Link}", LongestDescription),
            Details = Details(message),
            Entity = notice.Rack ?? notice.Zone ?? notice.Cluster,
            Source,
            Tags = new[] { notice.Cluster, Words.Of(notice.CauseKind) },
            Priority = message.Delivery.Action == DeliveryAction.Page ? "P1" : "P3",
        };
    }

    private static SortedDictionary<string, string> Details(IncidentMessage message) => new(
        IncidentLabels.Of(message.Paged ?? message.Ticketed ?? message.Notice).ToDictionary(l => l.Key, l => MessageText.Cut(l.Value, LongestDetails / 10)), StringComparer.Ordinal)
    {
        ["link"] = message.Link.AbsoluteUri,
        ["hosts"] = MessageText.Hosts(message.Notice),
    };

    private static object Note(IncidentMessage message) => new
    {
        User = message.Delivery.By,
        Source,
        Note = MessageText.Cut($"{MessageText.Title(message)}\n{MessageText.Body(message)}".TrimEnd(), LongestNote),
    };
}
