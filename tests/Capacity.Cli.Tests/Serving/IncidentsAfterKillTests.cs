using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Capacity.Core.Alerting.Paging;
using Capacity.Storage.State.Sqlite;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A service that is killed in the midst of storms, again and again, tells of each incident once, and of none never.</summary>
public sealed class IncidentsAfterKillTests
{
    private const int Kills = 10;
    private const int Hosts = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_KilledInStorms_TellsOfEachRackOnce()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        await File.AppendAllTextAsync(cluster.Configuration, "alerts: { policy: { collapse: 1s, settle: 1s } }\n", Cancellation);
        for (var round = 0; round < Kills; round++)
        {
            using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
            using var ended = new CancellationTokenSource();
            var sender = StormAsync(serve, round, ended.Token);

            // Kills fall everywhere: before the page, while it is decided upon and written, and after it.
            await Task.Delay(TimeSpan.FromMilliseconds(300 + (270 * round)), TimeProvider.System, Cancellation);
            await serve.KillAsync(Cancellation);
            await ended.CancelAsync();
            await sender;
        }

        using (var last = await ServeProcess.StartAsync(cluster.Configuration, Cancellation))
        {
            var ended = new CancellationTokenSource();
            var sender = StormAsync(last, Kills - 1, ended.Token);
            await ServeProcess.UntilAsync(
                async c => (await last.GetJsonAsync("/api/v1/incidents?kind=domain", c)).EnumerateArray().Count(i => i.GetProperty("hosts").GetInt32() == Hosts), Kills, Cancellation);
            await ended.CancelAsync();
            await sender;
            ended.Dispose();
            await last.KillAsync(Cancellation);
        }

        var notices = await NoticesAsync(cluster);
        Assert.Equal(Enumerable.Range(1, notices.Count).Select(n => (long)n), notices.Select(n => n.Sequence));
        var pages = notices.Where(n => n.Kind == NoticeKind.Page).ToList();
        Assert.Equal(Enumerable.Range(0, Kills).Select(r => $"rack r{r} failed").Order(), pages.Select(p => p.Cause).Order());
        Assert.Equal(Kills, pages.Select(p => p.Incident).Distinct().Count());
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

    private static async Task<IReadOnlyList<IncidentNotice>> NoticesAsync(ServedCluster cluster)
    {
        var opened = Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(Path.Combine(cluster.Data, "state.db"), TimeProvider.System, Cancellation));
        using var state = opened.State;
        return await state.Notices.ReadAsync(0, 10_000, Cancellation);
    }
}
