using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Capacity.Server.Tests.Pages;

namespace Capacity.Server.Tests.Api.Packing;

public sealed class PackingEndpointTests : IAsyncLifetime
{
    private static readonly string[] Parts = ["allocated", "placeable", "stranded", "unusable"];

    private readonly HttpClient http = new();
    private WatchedCluster? cluster;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cluster = await WatchedCluster.StartAsync(agents: 10, collections: 2, TimeSpan.FromMinutes(1), Cancellation);
        http.BaseAddress = cluster.Address;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Get_Packing_HasFiguresThatAddUp()
    {
        var report = await GetAsync("packing");

        Assert.Equal("capacity-pack/1", report.GetProperty("schema").GetString());
        var cpu = report.GetProperty("cluster").GetProperty("cpuCores");
        Assert.Equal(
            cpu.GetProperty("total").GetDouble(),
            Parts.Sum(p => cpu.GetProperty(p).GetDouble()),
            1e-6);
        Assert.Equal(report.GetProperty("cluster").GetProperty("agents").GetInt32(), report.GetProperty("agents").GetArrayLength());
        Assert.NotEmpty(report.GetProperty("losses").EnumerateArray());
    }

    [Theory]
    [InlineData("groups", "level,name,agents,")]
    [InlineData("agents", "level,name,agents,")]
    [InlineData("shapes", "cpu_cores,memory_bytes,")]
    [InlineData("rooms", "level,name,cpu_cores,")]
    [InlineData("losses", "level,name,lost,")]
    [InlineData("risks", "framework,app,")]
    public async Task Get_PackingAsCsv_IsOneTable(string table, string header)
    {
        var csv = await http.GetStringAsync(new Uri($"/api/v1/packing?format=csv&table={table}", UriKind.Relative), Cancellation);

        Assert.StartsWith(header, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PackingOfAnAgent_IsWhatTheReportSays()
    {
        var agent = (await GetAsync("packing")).GetProperty("agents")[0].GetProperty("figures");
        var path = $"agents/{Uri.EscapeDataString(agent.GetProperty("name").GetString()!)}/packing";

        var point = Assert.Single((await GetAsync(path)).EnumerateArray());
        Assert.Equal(agent.GetProperty("name").GetString(), point.GetProperty("name").GetString());
        Assert.Equal(agent.GetProperty("cpuCores").GetProperty("allocatedRatio").GetDouble(), point.GetProperty("cpuAllocatedRatio").GetDouble(), 1e-6);
        Assert.Equal(agent.GetProperty("memoryBytes").GetProperty("strandedRatio").GetDouble(), point.GetProperty("memoryStrandedRatio").GetDouble(), 1e-6);
        Assert.Equal(2, (await http.GetStringAsync(new Uri($"/api/v1/{path}?format=csv", UriKind.Relative), Cancellation)).Trim().Split('\n').Length);
        Assert.Empty((await GetAsync($"{path}?to=2020-01-01T00:00:00Z")).EnumerateArray());
    }

    [Fact]
    public async Task Get_SeriesOfZones_HaveTheirOwnHeadroom()
    {
        var zones = (await GetAsync("packing/series?level=zone")).EnumerateArray().ToList();

        Assert.NotEmpty(zones);
        Assert.All(zones, z => Assert.Equal(JsonValueKind.Number, z.GetProperty("headroomRatio").ValueKind));
        Assert.All(zones, z => Assert.Equal(JsonValueKind.Number, z.GetProperty("lossUnplaced").ValueKind));
    }

    [Fact]
    public async Task Get_Fit_SmallAndHuge_SaysYesAndWhyNot()
    {
        Assert.True((await GetAsync("fit?cpus=0.1&mem=32MiB")).GetProperty("fits").GetBoolean());

        var huge = await GetAsync("fit?cpus=10000&mem=32MiB&constraint=hostname:UNIQUE");
        Assert.False(huge.GetProperty("fits").GetBoolean());
        Assert.Equal("cpus", huge.GetProperty("binding").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Get_WhatIf_ZoneLoss_NamesTheZoneAndBothSides()
    {
        var answer = await GetAsync("whatif?scenario=zone-loss&start-rate=1&start-time=5s");

        Assert.StartsWith("zone-loss ", answer.GetProperty("scenario").GetString(), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("after").GetProperty("agents").GetInt32() < answer.GetProperty("before").GetProperty("agents").GetInt32());
        Assert.Equal(5, answer.GetProperty("recovery").GetProperty("startTimeSeconds").GetDouble());
    }

    [Theory]
    [InlineData("fit?cpus=lots&mem=1GiB", "cpus: 'lots' is no number of cores")]
    [InlineData("fit", "Say what each instance asks for")]
    [InlineData("fit?cpus=1&constraint=zone:NEAR", "'NEAR' is no operator")]
    [InlineData("whatif?scenario=flood", "'flood' is no scenario")]
    [InlineData("whatif?scenario=zone-loss%20nowhere", "The cluster has no zone 'nowhere'")]
    [InlineData("whatif?scenario=rightsized", "rightsized needs advice")]
    [InlineData("whatif?scenario=grow%205%25&start-rate=fast", "start-rate: 'fast'")]
    [InlineData("packing?table=nothing", "table one of groups")]
    [InlineData("packing/series?level=rack", "level is one of cluster, zone, role")]
    [InlineData("packing/series?level=agent", "one agent is at /api/v1/agents/{id}/packing")]
    [InlineData("agents/host1/packing?format=xml", "format is json or csv")]
    public async Task Get_SomethingWrong_IsABadRequestThatSaysWhat(string path, string expected)
    {
        using var answer = await http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/{path}", UriKind.Relative), Cancellation);
}
