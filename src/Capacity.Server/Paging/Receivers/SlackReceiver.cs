using System.Text.Json;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;

namespace Capacity.Server.Paging.Receivers;

/// <summary>
/// Writes to Slack. An incoming webhook gives nothing back, so each of its messages stands alone; a bot's messages on one incident are a thread below
/// the first, and the end is shown in the channel too.
/// </summary>
internal sealed class SlackReceiver(ReceiverSettings settings, TimeProvider time) : IReceiver
{
    /// <summary>The longest texts of blocks (api.slack.com, "Reference: blocks").</summary>
    private const int LongestHeader = 150, LongestSection = 3000;

    private readonly ReceiverHttp http = new(settings.CertificateAuthorityFile, settings.Timeout, time);

    private bool IsBot => settings.Channel is not null;

    public async Task<SendOutcome> SendAsync(IncidentMessage message, CancellationToken cancellationToken)
    {
        var address = IsBot ? settings.Address! : settings.Address ?? settings.Secret!.Address!;
        var answer = await http.SendAsync(ReceiverHttp.Post(address, ReceiverJson.InSnakeCase(Body(message)), IsBot ? $"Bearer {settings.Secret!.Value}" : null), cancellationToken);
        return IsBot && answer.Outcome is SendOutcome.Taken ? OfBot(answer.Body) : answer.Outcome;
    }

    public void Dispose() => http.Dispose();

    private object Body(IncidentMessage message)
    {
        var title = MessageText.Title(message);
        var text = MessageText.Body(message);
        var thread = IsBot ? message.First?.Receipt : null;
        List<object> blocks = [new { Type = "header", Text = new { Type = "plain_text", Text = MessageText.Cut($"{Mark(message)} {title}", LongestHeader) } }];
        if (text.Length > 0)
        {
            blocks.Add(new { Type = "section", Text = new { Type = "mrkdwn", Text = MessageText.Cut(Escape(text), LongestSection) } });
        }

        blocks.Add(new { Type = "context", Elements = new[] { new { Type = "mrkdwn", Text = $"<{message.Link.AbsoluteUri}|{(message.Delivery.Action == DeliveryAction.Digest ? "All incidents" : $"Incident {Escape(message.Delivery.Incident)}")}>" } } });
        return new
        {
            settings.Channel,
            Text = Escape(MessageText.Cut(title, LongestSection)),
            Blocks = blocks,
            ThreadTs = thread,
            ReplyBroadcast = thread is not null && message.Delivery.Action == DeliveryAction.Resolve ? true : (bool?)null,
        };
    }

    private static string Mark(IncidentMessage message) => message.Delivery.Action switch
    {
        DeliveryAction.Page => "🔴",
        DeliveryAction.Resolve => "✅",
        DeliveryAction.Acknowledge => "👀",
        _ => "🔸",
    };

    /// <summary>What Slack would take for its own signs (api.slack.com, "Formatting text").</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A bot is answered 200 whatever happened; the body says what did.</summary>
    private static SendOutcome OfBot(string body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(body);
            if (answer.GetProperty("ok").GetBoolean())
            {
                return new SendOutcome.Taken(answer.GetProperty("ts").GetString());
            }

            var error = answer.GetProperty("error").GetString() ?? "an error without a name";
            return error is "ratelimited" or "rate_limited" or "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout"
                ? new SendOutcome.Failed(error)
                : new SendOutcome.Refused(error);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The answer may be longer than what was read of it, and is then one to a message that was taken.
            return body.Contains("\"ok\":true", StringComparison.Ordinal) ? new SendOutcome.Taken() : new SendOutcome.Failed("an answer that is not Slack's");
        }
    }
}
