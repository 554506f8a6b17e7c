using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Capacity.Cli.Tests.Serving;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Alerts that all fire at once, and are sent again and again.</summary>
internal static class Storm
{
    private const int BatchSize = 64;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Writes an alert.</summary>
    public static Dictionary<string, string> Alert(string name, params (string Name, string Value)[] labels) =>
        new(labels.Select(l => KeyValuePair.Create(l.Name, l.Value))) { ["alertname"] = name, ["severity"] = "critical" };

    /// <summary>Sends all of them once.</summary>
    public static async Task SendAsync(ServeProcess serve, IEnumerable<Dictionary<string, string>> alerts)
    {
        var ends = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(4);
        foreach (var batch in alerts.Chunk(BatchSize))
        {
            using var content = new StringContent(JsonSerializer.Serialize(batch.Select(labels => new { labels, endsAt = ends })), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var answer = await serve.PostAsync("/api/v2/alerts", content, Cancellation);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Sends all of them again and again, until it is told to end or the service is killed.</summary>
    public static async Task SendUntilAsync(ServeProcess serve, IReadOnlyList<Dictionary<string, string>> alerts, CancellationToken ended)
    {
        try
        {
            while (!ended.IsCancellationRequested)
            {
                await SendAsync(serve, alerts);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
