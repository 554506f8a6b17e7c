using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;

namespace Capacity.Server.Paging.Receivers;

/// <summary>Posts messages as Alertmanager does, with the key by which a repetition is known in the header <c>Idempotency-Key</c>.</summary>
internal sealed class WebhookReceiver(ReceiverSettings settings, TimeProvider time) : IReceiver
{
    private readonly ReceiverHttp http = new(settings.CertificateAuthorityFile, settings.Timeout, time);

    public async Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken)
    {
        var request = ReceiverHttp.Post(settings.Address!, ReceiverJson.InCamelCase(WebhookBody.Of(message)), settings.Secret?.AuthorizationHeader);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", HeaderText(message.Delivery.Key));
        return (await http.SendAsync(request, cancellationToken)).Outcome;
    }

    public void Dispose() => http.Dispose();

    /// <summary>A header holds printable ASCII; names of incidents may hold anything.</summary>
    private static string HeaderText(string key) => key.All(c => c is >= ' ' and <= '~') ? key : Uri.EscapeDataString(key);
}
