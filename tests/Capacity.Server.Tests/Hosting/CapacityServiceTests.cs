using System.Net;
using System.Text.Json.Nodes;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;
using Microsoft.AspNetCore.Builder;

namespace Capacity.Server.Tests.Hosting;

/// <summary>The whole service on loopback, watching the recording of a real cluster.</summary>
public sealed class CapacityServiceTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private ReplayCluster? cluster;
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-service-").FullName;
    private WebApplication? service;
    private Stores? stores;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cluster = await ReplayCluster.StartAsync(await CommittedRecordings.ReadAsync("steady", Cancellation), new ReplayOptions(), TimeProvider.System, Cancellation);
        var masters = string.Join(',', cluster.Masters.Select(m => $"'http://{cluster.Listeners[m]}'"));
        var loaded = Assert.IsType<ConfigurationOutcome.Loaded>(
            ConfigurationLoader.Read($"cluster: {{ name: recorded, masters: [{masters}] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\ncollection: {{ interval: 5s, timeout: 3s }}\nstorage: {{ folder: '{folder}' }}"));
        stores = (await Stores.OpenAsync(loaded.Configuration, TimeProvider.System, Cancellation)).Stores!;
        service = CapacityService.Build(loaded.Configuration, stores, TimeProvider.System);
        await service.StartAsync(Cancellation);
        http.BaseAddress = new(service.Urls.Single());
        while (await StatusAsync("/readyz") != HttpStatusCode.OK)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await service!.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await stores!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        await cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Api_Cluster_HasItsFiguresAndTheirAge()
    {
        var answer = await JsonAsync("/api/v1/cluster");

        Assert.Equal(100.5, answer["cluster"]!["cpu"]!["totalCores"]!.GetValue<double>());
        Assert.InRange(answer["ageSeconds"]!.GetValue<double>(), 0, 60);
    }

    [Fact]
    public async Task Api_Agents_AreFilteredAndPaged()
    {
        Assert.Equal(2, (await JsonAsync("/api/v1/agents?zone=1")).AsArray().Count);
        Assert.Empty((await JsonAsync("/api/v1/agents?state=unreachable")).AsArray());

        using var page = await http.GetAsync(new Uri("/api/v1/agents?skip=4&take=5", UriKind.Relative), Cancellation);

        Assert.Equal("6", page.Headers.GetValues("X-Total-Count").Single());
        Assert.Equal(2, JsonNode.Parse(await page.Content.ReadAsStringAsync(Cancellation))!.AsArray().Count);
    }

    [Fact]
    public async Task Api_Apps_AreFilteredAndComeAsCsv()
    {
        Assert.Equal("/dev/giant/idle", (await JsonAsync("/api/v1/apps?team=dev"))[0]!["id"]!.GetValue<string>());

        var csv = await http.GetStringAsync(new Uri("/api/v1/apps?id=giant&format=csv", UriKind.Relative), Cancellation);

        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Api_ContainersOfAnApp_AreItsInstances() =>
        Assert.Equal(3, (await JsonAsync("/api/v1/apps/containers?framework=marathon&app=/dev/giant/idle")).AsArray().Count);

    [Fact]
    public async Task Api_Series_HasTheFirstCollectionAndGapsBefore()
    {
        JsonArray buckets;
        do
        {
            buckets = (await JsonAsync("/api/v1/apps/series?framework=marathon&app=/dev/giant/idle&step=1m")).AsArray();
        }
        while (!buckets.Any(b => b!["observedRatio"]!.GetValue<double>() > 0 || b["memoryBytes"] is not null));

        Assert.Equal(360, buckets.Count);
        Assert.Null(buckets[0]!["memoryBytes"]);
        Assert.Equal(0, buckets[0]!["observedRatio"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("/api/v1/cluster/series?to=2020-01-01T00:00:00Z&step=1h", "start,looks,agents,activeAgents", 7)]
    [InlineData("/api/v1/agents/series?host=agent3.z3.mesos.test&port=5063&to=2020-01-01T00:00:00Z&step=1h", "start,looks,state,activeRatio", 7)]
    [InlineData("/api/v1/apps/series?framework=marathon&app=/dev/giant/idle&to=2020-01-01T00:00:00Z&step=1h", "start,observedRatio,instances", 7)]
    [InlineData("/api/v1/apps/instances?framework=marathon&app=/dev/giant/idle&to=2020-01-01T00:00:00Z", "containerId,agent,start", 1)]
    [InlineData("/api/v1/zones/series?zone=3&to=2020-01-01T00:00:00Z", "zone,start,looks", 1)]
    [InlineData("/api/v1/agents/containers?host=agent3.z3.mesos.test&port=5063", "id,agent,framework,app", 11)]
    [InlineData("/api/v1/agents?take=2", "hostname,port,address", 3)]
    public async Task Api_Csv_HasAHeadAndALineEach(string path, string head, int lines)
    {
        var csv = await http.GetStringAsync(new Uri($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=csv", UriKind.Relative), Cancellation);

        Assert.StartsWith(head, csv, StringComparison.Ordinal);
        Assert.Equal(lines, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Api_SeriesOfZones_AreNamedAndStatesAreWords()
    {
        JsonArray zones;
        do
        {
            zones = (await JsonAsync("/api/v1/zones/series?step=1h")).AsArray();
        }
        while (zones.Count == 0);

        Assert.Equal(["1", "2", "3", "4", "5"], zones.Select(z => z!["zone"]!.GetValue<string>()));
        var agent = (await JsonAsync("/api/v1/agents/series?host=agent3.z3.mesos.test&port=5063&step=1h")).AsArray();
        Assert.Equal("active", agent[^1]!["state"]!.GetValue<string>());
        Assert.EndsWith("Z", agent[^1]!["start"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/apps/series?framework=marathon&app=/a&step=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/apps/containers?framework=marathon&app=/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/agents?format=xml", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/agents?take=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/agents?take=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/agents?state=asleep", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/agents/series", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/agents/containers?host=nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/cluster/series?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/cluster/series?format=xml", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/zones/series?from=2026-01-01T00:00:00Z&step=1s", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/apps/series?framework=marathon&app=/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/apps/series?framework=chronos&app=/dev/giant/idle&format=csv", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/apps/instances?framework=marathon&app=/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/agents/series?host=agent3.z3.mesos.test", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/zones/series?zone=nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/agents/nowhere/packing", HttpStatusCode.NotFound)]
    public async Task Api_Wrong_IsAProblem(string path, HttpStatusCode expected)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/agents?take=many", "take: 'many' cannot be read.")]
    [InlineData("/api/v1/cluster/series?from=yesterday", "from: 'yesterday' cannot be read.")]
    [InlineData("/api/v1/apps/series?framework=marathon", "app is missing.")]
    [InlineData("/api/v1/zones/series?zone=nowhere", "Nobody ever saw a zone 'nowhere'.")]
    public async Task Api_WrongInABrowser_SaysWhat(string path, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Accept", "text/html" } } };
        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(expected, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/apps", HttpStatusCode.OK)]
    [InlineData("/api/v1/apps", HttpStatusCode.OK)]
    [InlineData("/api/v1/apps/series?framework=marathon&app=/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/metrics", HttpStatusCode.OK)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Head_WhereGetIsAnswered_IsAnsweredWithoutABody(string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task OpenApi_Parameters_BeginWithASmallLetter()
    {
        var parameters = (await JsonAsync("/openapi/v1.json"))["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).SelectMany(o => o.Value!["parameters"]?.AsArray() ?? []);

        Assert.All(parameters, p => Assert.Matches("^[a-z]", p!["name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/", "Largest task that still fits")]
    [InlineData("/agents", "agent3.z3.mesos.test:5063")]
    [InlineData("/agents?page=none&sort=nothing", "agent3.z3.mesos.test:5063")]
    [InlineData("/app?framework=marathon&id=/dev/giant/idle&over=always", "Over the last")]
    [InlineData("/apps?team=web&sort=memory", "/prod/web/api")]
    [InlineData("/app?framework=marathon&id=/dev/giant/idle", "Over the last")]
    [InlineData("/agent?host=agent3.z3.mesos.test&port=5063", "zone 3")]
    [InlineData("/assets/capacity.css", "--back")]
    [InlineData("/openapi/v1.json", "/api/v1/zones/series")]
    [InlineData("/metrics", "capacity_cpu_total_cores{cluster=\"recorded\",zone=\"3\"} 32")]
    [InlineData("/metrics", "capacity_source_requests_total{cluster=\"recorded\",kind=\"agent\",outcome=\"ok\"}")]
    [InlineData("/openapi/v1.json", "/api/v1/agents")]
    [InlineData("/healthz", "ok")]
    public async Task Get_Page_ShowsTheCluster(string path, string expected) =>
        Assert.Contains(expected, (await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation)).Replace("<wbr>", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation))!;

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }
}
