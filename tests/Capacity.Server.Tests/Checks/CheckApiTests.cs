using System.Net.Http.Json;
using System.Text.Json;
using Capacity.Core.Checks;

namespace Capacity.Server.Tests.Checks;

/// <summary>Checks as REST, Alertmanager's interface, metrics and the page of runbooks show them, of a service that runs.</summary>
public sealed class CheckApiTests
{
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checks_OfAService_AreShown()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = cluster.Address };

        var document = await http.GetFromJsonAsync<JsonElement>("/api/v1/checks", Cancellation);

        var checks = document.GetProperty("checks").EnumerateArray().ToList();
        Assert.Equal("simulated", document.GetProperty("cluster").GetString());
        Assert.Equal(CheckCatalogue.All.Select(c => c.Name), checks.Select(c => c.GetProperty("name").GetString()));
        var missing = checks.Single(c => c.GetProperty("name").GetString() == "MesosAgentMissing");
        Assert.Equal((300.0, "warning", "ok"), (missing.GetProperty("forSeconds").GetDouble(), missing.GetProperty("severity").GetString(), missing.GetProperty("state").GetString()));
        Assert.Equal("blind", checks.Single(c => c.GetProperty("name").GetString() == "MesosAppAtRisk").GetProperty("state").GetString());
        Assert.Contains("capacity_check_firing{cluster=\"simulated\",check=\"MesosAgentMissing\"} 0", await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        var runbooks = await http.GetStringAsync(new Uri("/runbooks", UriKind.Relative), Cancellation);
        Assert.All(CheckCatalogue.All, c => Assert.Contains($"id=\"{c.Name.ToLowerInvariant()}\"", runbooks, StringComparison.Ordinal));
        Assert.DoesNotContain("**", runbooks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alert_OfACheck_HasWhatAlertsHave()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        await cluster.AfterAsync(new Simulator.Faults.Fault.AgentLoss(3, TimeSpan.FromMinutes(9)), TimeSpan.FromMinutes(8), Cancellation);

        var alert = cluster.Alerts.List().Single(a => a.Labels["alertname"] == "MesosAgentMissing");
        Assert.Equal(("warning", "simulated", "3"), (alert.Labels["severity"], alert.Labels["cluster"], alert.Labels["zone"]));
        Assert.NotEmpty(alert.Labels["host"]);
        Assert.NotEmpty(alert.Labels["rack"]);
        var annotations = alert.Annotations.ToDictionary();
        Assert.Equal("A Mesos agent that was there is in no list.", annotations["summary"]);
        Assert.Contains(alert.Labels["host"], annotations["description"], StringComparison.Ordinal);
        Assert.EndsWith("/runbooks#mesosagentmissing", annotations["runbook_url"], StringComparison.Ordinal);
        Assert.True(alert.EndsAt > cluster.Now);

        await cluster.PassAsync(TimeSpan.FromMinutes(6), Cancellation);

        Assert.DoesNotContain(cluster.Alerts.List(), a => a.IsFiring && a.Labels["alertname"] == "MesosAgentMissing");
    }

    [Fact]
    public async Task Alert_LookedForLessOftenThanTheLease_FiresOn()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        await cluster.PassAsync(TimeSpan.FromMinutes(24), Cancellation, Seldom);
        await cluster.Cluster.InjectAsync(new Simulator.Faults.Fault.AgentLoss(3, TimeSpan.FromHours(4)), Cancellation);
        await cluster.PassAsync(TimeSpan.FromMinutes(36), Cancellation, Seldom);
        var first = cluster.Alerts.List().Single(a => a.Labels["alertname"] == "MesosAgentMissing");

        for (var look = 0; look < 8; look++)
        {
            await cluster.PassAsync(Seldom, Cancellation, Seldom);
            await cluster.Alerts.PassAsync(Cancellation);
            Assert.Equal((true, first.FirstArrivedAt), cluster.Alerts.List().Where(a => a.Labels["alertname"] == "MesosAgentMissing").Select(a => (a.IsFiring, a.FirstArrivedAt)).Single());
        }
    }
}
