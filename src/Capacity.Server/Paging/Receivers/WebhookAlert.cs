namespace Capacity.Server.Paging.Receivers;

/// <summary>An alert as Alertmanager posts it to webhooks.</summary>
internal sealed record WebhookAlert(
    string Status,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Annotations,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string GeneratorURL,
    string Fingerprint);
