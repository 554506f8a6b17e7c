using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A service that is killed in the midst of storms, again and again, pages for each rack that failed, and whoever folds by key is paged once.</summary>
public sealed class PagesAfterKillTests : IAsyncLifetime
{
    private const int Kills = 10;
    private const int Hosts = 40;

    private readonly ConcurrentQueue<(string Key, string Cause)> pages = new();
    private WebApplication? hook;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        hook = builder.Build();
        hook.Urls.Add("http://127.0.0.1:0");
        hook.MapPost("/hook", (JsonElement body, HttpRequest request) =>
        {
            // Until a rack is known to have failed, its first machine is a ticket.
            if (body.GetProperty("status").GetString() == "firing" && body.GetProperty("commonLabels").GetProperty("severity").GetString() == "critical")
            {
                pages.Enqueue((request.Headers["Idempotency-Key"].ToString(), body.GetProperty("commonAnnotations").GetProperty("summary").GetString()!));
            }
        });
        await hook.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => hook!.DisposeAsync();

    [Fact]
    public async Task Serve_KilledInStorms_PagesForEachRackUnderOneKey()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        await File.AppendAllTextAsync(
            cluster.Configuration,
            $"alerts: {{ policy: {{ collapse: 1s, settle: 1s }} }}\npaging: {{ receivers: {{ hook: {{ type: webhook, url: '{hook!.Urls.Single()}/hook', updates: false }} }}, default: {{ receivers: [hook] }} }}\n",
            Cancellation);
        for (var round = 0; round < Kills; round++)
        {
            using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
            using var ended = new CancellationTokenSource();
            var sender = StormAsync(serve, round, ended.Token);

            // Kills fall everywhere: before the page is decided upon, while it is sent, and after it.
            await Task.Delay(TimeSpan.FromMilliseconds(300 + (270 * round)), TimeProvider.System, Cancellation);
            await serve.KillAsync(Cancellation);
            await ended.CancelAsync();
            await sender;
        }

        using (var last = await ServeProcess.StartAsync(cluster.Configuration, Cancellation))
        {
            using var ended = new CancellationTokenSource();
            var sender = StormAsync(last, Kills - 1, ended.Token);
            await ServeProcess.UntilAsync(_ => Task.FromResult(pages.Select(p => p.Cause).Distinct().Count()), Kills, Cancellation);
            await ended.CancelAsync();
            await sender;
            await last.KillAsync(Cancellation);
        }

        Assert.Equal(Enumerable.Range(0, Kills).Select(r => $"rack r{r} failed").Order(), pages.DistinctBy(p => p.Key).Select(p => p.Cause).Order());

        // What is sent again is what was under way when the service was killed: one message at most each time.
        Assert.InRange(pages.Count - pages.Select(p => p.Key).Distinct().Count(), 0, Kills);
    }

    /// <summary>Racks of different zones fail, one in each round, and all that fires is sent again and again.</summary>
    private static async Task StormAsync(ServeProcess serve, int rounds, CancellationToken ended)
    {
        try
        {
            while (!ended.IsCancellationRequested)
            {
                for (var zone = rounds; zone >= 0; zone--)
                {
                    var alerts = Enumerable.Range(0, Hosts).Select(h => new { labels = new { alertname = "NodeDown", host = $"z{zone}-{h}", zone = $"z{zone}", rack = $"r{zone}" }, endsAt = "2099-01-01T00:00:00Z" });
                    using var content = new StringContent(JsonSerializer.Serialize(alerts), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                    using var answer = await serve.PostAsync("/api/v2/alerts", content, Cancellation);
                }
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
