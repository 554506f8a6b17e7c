using Capacity.Core.Alerting.Paging;
using Capacity.Storage.State.Sqlite;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A service that is killed in the midst of storms, again and again, tells of each incident once, and of none never.</summary>
public sealed class IncidentsAfterKillTests
{
    private const int Kills = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_KilledInStorms_TellsOfEachRackOnce()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        await File.AppendAllTextAsync(cluster.Configuration, "alerts: { policy: { collapse: 1s, settle: 1s } }\n", Cancellation);
        await RackStorm.KillAsync(
            cluster.Configuration,
            Kills,
            async (serve, c) => (await serve.GetJsonAsync("/api/v1/incidents?kind=domain", c)).EnumerateArray().Count(i => i.GetProperty("hosts").GetInt32() == RackStorm.Hosts),
            Cancellation);

        var notices = await NoticesAsync(cluster);
        Assert.Equal(Enumerable.Range(1, notices.Count).Select(n => (long)n), notices.Select(n => n.Sequence));
        var pages = notices.Where(n => n.Kind == NoticeKind.Page).ToList();
        Assert.Equal(Enumerable.Range(0, Kills).Select(r => $"rack r{r} failed").Order(), pages.Select(p => p.Cause).Order());
        Assert.Equal(Kills, pages.Select(p => p.Incident).Distinct().Count());
    }

    private static async Task<IReadOnlyList<IncidentNotice>> NoticesAsync(ServedCluster cluster)
    {
        var opened = Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(Path.Combine(cluster.Data, "state.db"), TimeProvider.System, Cancellation));
        using var state = opened.State;
        return await state.Notices.ReadAsync(0, 10_000, Cancellation);
    }
}
