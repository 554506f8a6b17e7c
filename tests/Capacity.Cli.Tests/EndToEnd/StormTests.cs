using System.Globalization;
using Capacity.Cli.Tests.Serving;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Storms through the whole service, from the sender to the pager.</summary>
public sealed class StormTests
{
    private const int Kills = 10;
    private const int Alerts = 25_000;
    private const int Machines = 600;
    private const long MostMemory = 1 << 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storm_KilledTenTimes_PagesAsWhenItIsNotDisturbed()
    {
        var storm = Mixed();
        await using var pager = await PagerHook.StartAsync(Cancellation);
        var undisturbed = await PagesAsync(pager, storm, kills: 0, expected: 5);
        await using var again = await PagerHook.StartAsync(Cancellation);
        var disturbed = await PagesAsync(again, storm, Kills, expected: undisturbed.Count);

        Assert.Equal(5, undisturbed.Count);
        Assert.Equal(undisturbed.Select(p => p.Summary).Order(StringComparer.Ordinal), disturbed.Select(p => p.Summary).Order(StringComparer.Ordinal));
        Assert.All(disturbed.GroupBy(p => p.Incident), g => Assert.Single(g.Select(p => p.Key).Distinct()));
    }

    [Fact]
    public async Task Storm_OfTwentyFiveThousand_IsOnePageAndMemoryStandsStill()
    {
        await using var pager = await PagerHook.StartAsync(Cancellation);
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        await ConfigureAsync(cluster, pager, "");
        using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
        var storm = ZoneLoss();
        List<long> memory = [];
        for (var round = 0; round < 4; round++)
        {
            await Storm.SendAsync(serve, storm);
            memory.Add(serve.ResidentBytes);
        }

        await UntilAsync(pager, 1);
        await ServeProcess.UntilAsync(async c => (await serve.GetJsonAsync("/api/v1/incidents", c))[0].GetProperty("alerts").GetInt32(), Alerts, Cancellation);

        var page = Assert.Single(pager.Pages);
        Assert.Equal("zone b failed", page.Summary);
        Assert.All(memory, m => Assert.InRange(m, 1, MostMemory));
        var metrics = await serve.MetricsAsync(Cancellation);
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', metrics.Split('\n').Where(l => l.StartsWith("capacity_alert_decision_seconds", StringComparison.Ordinal))));
        TestContext.Current.SendDiagnosticMessage(string.Join(", ", memory.Select(m => (m / 1_000_000).ToString(CultureInfo.InvariantCulture))) + " MB");
    }

    /// <summary>Three racks in three zones, a certificate and a disk: five causes.</summary>
    private static List<Dictionary<string, string>> Mixed() =>
    [
        .. Enumerable.Range(0, 3).SelectMany(z => Enumerable.Range(0, 8), (z, h) => Storm.Alert("NodeDown", ("host", $"z{z}-h{h}"), ("zone", $"z{z}"), ("rack", $"z{z}r1"))),
        Storm.Alert("CertificateExpired", ("job", "proxy")),
        Storm.Alert("BackupFailed", ("job", "backup")),
    ];

    private static List<Dictionary<string, string>> ZoneLoss() =>
    [
        .. Enumerable.Range(0, Alerts).Select(i => i < Machines
            ? Storm.Alert("NodeDown", ("host", $"b{i}"), ("zone", "b"), ("rack", $"b-r{i % 25}"))
            : Storm.Alert("MesosTaskLost", ("host", $"b{i % Machines}"), ("zone", "b"), ("rack", $"b-r{i % Machines % 25}"), ("app", $"/prod/app-{i % 2500}"), ("task_id", $"prod_app-{i % 2500}.{i}"))),
    ];

    private static async Task<IReadOnlyList<PagerHook.Message>> PagesAsync(PagerHook pager, IReadOnlyList<Dictionary<string, string>> storm, int kills, int expected)
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        await ConfigureAsync(cluster, pager, "alerts: { policy: { collapse: 1s, settle: 1s } }");
        for (var kill = 0; kill <= kills; kill++)
        {
            using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
            using var ended = new CancellationTokenSource();
            var sending = Storm.SendUntilAsync(serve, storm, ended.Token);
            if (kill < kills)
            {
                // Kills fall everywhere: before pages are decided upon, while they are sent, and after it.
                await Task.Delay(TimeSpan.FromMilliseconds(300 + (270 * kill)), TimeProvider.System, Cancellation);
            }
            else
            {
                await UntilAsync(pager, expected);

                // Whatever would be told twice has its time.
                await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, Cancellation);
            }

            await serve.KillAsync(Cancellation);
            await ended.CancelAsync();
            await sending;
        }

        return pager.Pages;
    }

    private static Task ConfigureAsync(ServedCluster cluster, PagerHook pager, string more) => File.AppendAllTextAsync(
        cluster.Configuration,
        $"paging: {{ receivers: {{ pager: {{ type: webhook, url: '{pager.Url}' }} }}, default: {{ receivers: [pager] }} }}\n{more}\n",
        Cancellation);

    private static async Task UntilAsync(PagerHook pager, int pages)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (pager.Pages.Count < pages)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }
    }
}
