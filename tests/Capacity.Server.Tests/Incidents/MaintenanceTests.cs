using System.Net.Http.Json;
using System.Text.Json;
using Capacity.Server.Tests.Checks;
using Capacity.Simulator.Faults;

namespace Capacity.Server.Tests.Incidents;

/// <summary>A window of maintenance that is scheduled with the masters: it is shown, and explains what fires on its machines.</summary>
public sealed class MaintenanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Window_OfAZone_IsShownAndHoldsAlertsOfItsMachines()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = cluster.Address };
        cluster.Forget();
        await cluster.AfterAsync(new Fault.Maintenance(3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(2)), TimeSpan.FromMinutes(2), Cancellation);

        var planned = await http.GetFromJsonAsync<JsonElement>("/api/v1/maintenance", Cancellation);
        Assert.Equal(("planned", 3, 3), (planned[0].GetProperty("state").GetString(), planned[0].GetProperty("machines").GetArrayLength(), planned[0].GetProperty("draining").GetInt32()));
        foreach (var page in (string[])["/", "/agents", "/changes"])
        {
            Assert.Contains("3 machines in zone 3", await http.GetStringAsync(new Uri(page, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        }

        await cluster.PassAsync(TimeSpan.FromMinutes(4), Cancellation);
        var names = planned[0].GetProperty("machines").EnumerateArray().Select(m => m.GetProperty("hostname").GetString()!).ToList();
        await PostAsync(http, names, cluster.Now);

        await UntilHeldAsync(http, "maintenance may take agent", 3);
        Assert.Equal("underWay", (await http.GetFromJsonAsync<JsonElement>("/api/v1/maintenance", Cancellation))[0].GetProperty("state").GetString());
        Assert.Contains("3 down", await http.GetStringAsync(new Uri("/changes", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(cluster.Fired, f => f.StartsWith("MesosAgent", StringComparison.Ordinal) || f.StartsWith("MesosZone", StringComparison.Ordinal));
    }

    private static async Task PostAsync(HttpClient http, IEnumerable<string> hosts, DateTimeOffset now)
    {
        var alerts = hosts.Select(h => new { labels = new { alertname = "NodeDown", host = h, severity = "critical" }, startsAt = now.AddMinutes(-0.5), endsAt = now.AddMinutes(4) });
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v2/alerts", UriKind.Relative), alerts, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until so many alerts are held back for a reason; the desk looks for pictures each second.</summary>
    private static async Task UntilHeldAsync(HttpClient http, string reason, int alerts)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var held = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/incidents/held", UriKind.Relative), patience.Token);
            if (held.GetProperty("groups").EnumerateArray().Where(g => g.GetProperty("reason").GetString()!.StartsWith(reason, StringComparison.Ordinal)).Sum(g => g.GetProperty("alerts").GetInt32()) == alerts)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
