using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Capacity.Simulator.Faults;

namespace Capacity.Simulator.Tests.Cluster;

public sealed class ProtocolTests : IDisposable
{
    private readonly MovableTime time = new(Live.Start);
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("slaves", "//{0}/master/slaves")]
    [InlineData("master/slaves?slave_id=x", "//{0}/master/slaves?slave_id=x")]
    [InlineData("maintenance/status", "//{0}/master/maintenance/status")]
    [InlineData("redirect", "//{0}")]
    public async Task Get_FromStandby_RedirectsToLeader(string path, string expected)
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);

        using var response = await http.GetAsync(new Uri(cluster.MasterUrls[1], path), Token);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(string.Format(null, expected, cluster.MasterUrls[0].Authority), Assert.Single(response.Headers.GetValues("Location")));
    }

    [Fact]
    public async Task Get_FromAnyServer_IsDatedByTheClusterAndNotByTheMachine()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);
        time.Advance(TimeSpan.FromHours(1));

        foreach (var server in (Uri[])[cluster.MasterUrls[0], cluster.MarathonUrls[0], new($"http://{cluster.AgentAddresses[0]}/")])
        {
            using var response = await http.GetAsync(new Uri(server, "metrics/snapshot"), Token);
            Assert.Equal(Live.Start.AddHours(1), response.Headers.Date);
        }
    }

    [Fact]
    public async Task Get_WhileLeaderIsDead_RedirectsToTheDeadAndThenSomebodyLeads()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);
        await cluster.InjectAsync(new Fault.LeaderCrash(TimeSpan.FromMinutes(1)), Token);

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(cluster.MasterUrls[0], "metrics/snapshot"), Token));
        Assert.Contains(cluster.MasterUrls[0].Authority, await LocationAsync(cluster.MasterUrls[1]), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(10.1));
        Assert.Contains(cluster.MasterUrls[1].Authority, await LocationAsync(cluster.MasterUrls[2]), StringComparison.Ordinal);
        Assert.Equal("""{"slaves":[],"recovered_slaves":[]}""", await http.GetStringAsync(new Uri(cluster.MasterUrls[1], "slaves"), Token));
        using var early = await CallAsync(cluster.MasterUrls[1], "GET_MASTER", "application/json");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);

        time.Advance(TimeSpan.FromMinutes(1));
        await cluster.CatchUpAsync(Token);
        Assert.Equal(1, await FigureAsync(cluster.MasterUrls[1], "master/elected"));
        Assert.Equal(0, await FigureAsync(cluster.MasterUrls[0], "master/elected"));
    }

    [Fact]
    public async Task Get_OnlyMasterJustStarted_NoLeaderElected()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small with { Masters = 1 }, time, Token);
        await cluster.InjectAsync(new Fault.LeaderCrash(TimeSpan.FromSeconds(5)), Token);

        time.Advance(TimeSpan.FromSeconds(5.2));
        await cluster.CatchUpAsync(Token);
        using var starting = await http.GetAsync(new Uri(cluster.MasterUrls[0], "slaves"), Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, starting.StatusCode);
        Assert.Equal("No leader elected", await starting.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Metrics_OfStandby_HaveNoRegistryAndAreZero()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);

        var standby = await http.GetStringAsync(new Uri(cluster.MasterUrls[2], "metrics/snapshot?timeout=4secs"), Token);

        Assert.DoesNotContain("registry_size_bytes", standby, StringComparison.Ordinal);
        Assert.DoesNotContain("state_fetch_ms", standby, StringComparison.Ordinal);
        Assert.Contains("\"master/cpus_total\":0.0", standby, StringComparison.Ordinal);
        Assert.Contains("\"registrar/log/recovered\":1.0", standby, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, HttpStatusCode.BadRequest)]
    public async Task Call_ContentType_TakenExactly(string? contentType, HttpStatusCode expected)
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);

        using var ofMaster = await CallAsync(cluster.MasterUrls[0], "GET_MASTER", contentType);
        using var ofAgent = await CallAsync(new Uri($"http://{cluster.AgentAddresses[0]}/slave(1)/"), "GET_TASKS", contentType);

        Assert.Equal(expected, ofMaster.StatusCode);
        Assert.Equal(expected, ofAgent.StatusCode);
    }

    [Fact]
    public async Task Marathon_Standby_PassesOnAndSaysSo()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);

        using var leader = await http.GetAsync(new Uri(cluster.MarathonUrls[0], "v2/info"), Token);
        using var standby = await http.GetAsync(new Uri(cluster.MarathonUrls[1], "v2/info"), Token);

        Assert.False(leader.Headers.Contains("X-Marathon-Via"));
        Assert.True(standby.Headers.Contains("X-Marathon-Via"));
        Assert.Equal($"http://{cluster.MarathonUrls[0].Authority}", Assert.Single(standby.Headers.GetValues("X-Marathon-Leader")));
        Assert.Equal(await leader.Content.ReadAsStringAsync(Token), await standby.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task StartAsync_WithAddresses_EachAgentHasOneOfItsOwn()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small with { BindMode = BindMode.Addresses }, time, Token);

        Assert.All(cluster.AgentAddresses, a => Assert.Equal(5051, a.Port));
        Assert.Equal(10, cluster.AgentAddresses.Select(a => a.Host).Distinct().Count());
        Assert.Contains(cluster.AgentAddresses[3].Host, await http.GetStringAsync(new Uri($"http://{cluster.AgentAddresses[3]}/state"), Token), StringComparison.Ordinal);
    }

    public void Dispose() => http.Dispose();

    private async Task<string> LocationAsync(Uri master)
    {
        using var response = await http.GetAsync(new Uri(master, "slaves"), Token);
        return response.Headers.GetValues("Location").Single();
    }

    private async Task<double> FigureAsync(Uri master, string name)
    {
        var body = await http.GetByteArrayAsync(new Uri(master, "metrics/snapshot"), Token);
        return JsonDocument.Parse(body.AsMemory()).RootElement.GetProperty(name).GetDouble();
    }

    private Task<HttpResponseMessage> CallAsync(Uri root, string type, string? contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"type":"{{type}}"}"""));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return http.PostAsync(new Uri(root, "api/v1"), content, Token);
    }
}
