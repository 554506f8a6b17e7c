using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A service that is killed in the midst of a storm, again and again, has every alert that it said it has.</summary>
public sealed class AlertsAfterKillTests
{
    private const int Kills = 10;
    private const int BatchSize = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_KilledInAStorm_HasEveryAlertItAcknowledgedOnce()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        var acknowledged = new ConcurrentDictionary<string, bool>();
        for (var round = 0; round < Kills; round++)
        {
            using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
            Assert.Empty(acknowledged.Keys.Except(await NamesAsync(serve)));
            var before = acknowledged.Count;
            var senders = Enumerable.Range(0, 3).Select(s => StormAsync(serve, $"{round}-{s}", acknowledged)).ToArray();
            await ServeProcess.UntilAsync(_ => Task.FromResult(acknowledged.Count - before), (round + 2) * BatchSize, Cancellation);
            await serve.KillAsync(Cancellation);
            await Task.WhenAll(senders);
        }

        using var last = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
        var names = await NamesAsync(last);
        Assert.Empty(acknowledged.Keys.Except(names));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    /// <summary>Sends batches until nobody answers any more.</summary>
    private static async Task StormAsync(ServeProcess serve, string sender, ConcurrentDictionary<string, bool> acknowledged)
    {
        try
        {
            for (var batch = 0; ; batch++)
            {
                List<string> names = [.. Enumerable.Range(0, BatchSize).Select(i => $"{sender}-{batch}-{i}")];
                var alerts = names.Select(n => new { labels = new { alertname = n }, endsAt = "2099-01-01T00:00:00Z" });
                using var content = new StringContent(JsonSerializer.Serialize(alerts), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                using var answer = await serve.PostAsync("/api/v2/alerts", content, Cancellation);
                if (answer.IsSuccessStatusCode)
                {
                    names.ForEach(n => acknowledged[n] = true);
                }
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

    private static async Task<List<string>> NamesAsync(ServeProcess serve) =>
        [.. (await serve.GetJsonAsync("/api/v2/alerts", Cancellation)).EnumerateArray().Select(a => a.GetProperty("labels").GetProperty("alertname").GetString()!)];
}
