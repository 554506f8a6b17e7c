using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A service that is killed in the midst of storms, again and again, pages for each rack that failed, and whoever folds by key is paged once.</summary>
public sealed class PagesAfterKillTests : IAsyncLifetime
{
    private const int Kills = 10;

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
        await RackStorm.KillAsync(cluster.Configuration, Kills, (_, _) => Task.FromResult(pages.Select(p => p.Cause).Distinct().Count()), Cancellation);

        Assert.Equal(Enumerable.Range(0, Kills).Select(r => $"rack r{r} failed").Order(), pages.DistinctBy(p => p.Key).Select(p => p.Cause).Order());

        // What is sent again is what was under way when the service was killed: one message at most each time.
        Assert.InRange(pages.Count - pages.Select(p => p.Key).Distinct().Count(), 0, Kills);
    }
}
