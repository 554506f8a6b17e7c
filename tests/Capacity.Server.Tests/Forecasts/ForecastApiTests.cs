using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Server.Alerts;
using Capacity.Server.Forecasts;
using Capacity.Server.Live;

namespace Capacity.Server.Tests.Forecasts;

public sealed class ForecastApiTests
{
    private const string Cpus = "/api/v1/forecast?resource=cpus&level=cluster";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forecast_GrowingDemand_SaysWhenItIsFullAndWhatToBuy()
    {
        await using var service = await ForecastingService.StartAsync(60, 0.012, Cancellation);

        var demand = Assert.Single((await JsonAsync(service, Cpus)).GetProperty("demands").EnumerateArray());

        Assert.Equal((60, 120), (demand.GetProperty("known").GetInt32(), demand.GetProperty("reach").GetInt32()));
        Assert.Equal(60, demand.GetProperty("history").GetArrayLength());
        var full = demand.GetProperty("full");
        Assert.True(full.GetProperty("effective").GetProperty("p50").GetDateTimeOffset() <= full.GetProperty("total").GetProperty("p50").GetDateTimeOffset());
        Assert.True(demand.GetProperty("capacity").GetProperty("effective").GetDouble() < demand.GetProperty("capacity").GetProperty("total").GetDouble());
        Assert.All(demand.GetProperty("purchases").EnumerateArray(), p => Assert.True(p.GetProperty("machines").GetInt32() > 0));
        Assert.Contains(demand.GetProperty("reasons").EnumerateArray(), r => r.GetString()!.StartsWith("Models: ", StringComparison.Ordinal));
        Assert.StartsWith("at,value,p10,p50,p90\r\n2026-01-09", await service.Http.GetStringAsync(new Uri(Cpus + "&format=csv", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_Plan_MovesTheDateAndIsNotStored()
    {
        await using var service = await ForecastingService.StartAsync(60, 0.012, Cancellation);
        using var plan = JsonContent.Create(new { events = new object[] { new { date = "2026-03-12", kind = "machines", machines = 100, shape = "32c128g" } } });

        using var answer = await service.Http.PostAsync(new Uri(Cpus, UriKind.Relative), plan, Cancellation);
        var demand = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("demands").EnumerateArray());

        Assert.True(demand.GetProperty("changes")[0].GetProperty("amount").GetDouble() is > 100 and < 3200);
        Assert.True(Within(demand.GetProperty("fullWithPlan")) < Within(demand.GetProperty("full")) || Within(demand.GetProperty("full")) == 1);
        Assert.Empty(await service.Stores.State.Plans.ReadAsync(Cancellation));

        static double Within(JsonElement full) => full.GetProperty("total").GetProperty("probabilityWithinForecast").GetDouble();
    }

    [Fact]
    public async Task Forecast_RoleThatRunsOut_IsToldThatMachinesAddNothingToIt()
    {
        await using var service = await ForecastingService.StartAsync(60, 0.012, Cancellation);
        using var plan = JsonContent.Create(new { events = new object[] { new { date = "2026-03-12", kind = "demand", growth = "10000%" } } });

        using var answer = await service.Http.PostAsync(new Uri("/api/v1/forecast?resource=cpus&role=prod", UriKind.Relative), plan, Cancellation);
        var demand = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("demands").EnumerateArray());
        using var kept = await service.Http.PostAsync(new Uri("/api/v1/planned", UriKind.Relative), JsonContent.Create(new { name = "customers", date = "2026-03-12", kind = "demand", growth = "10000%" }), Cancellation);
        var page = await service.Http.GetStringAsync(new Uri("/forecast?resource=cpus&role=prod", UriKind.Relative), Cancellation);

        Assert.Equal(1, demand.GetProperty("fullWithPlan").GetProperty("effective").GetProperty("probabilityWithinForecast").GetDouble());
        Assert.Empty(demand.GetProperty("purchases").EnumerateArray());
        Assert.Contains("New machines are kept for nobody", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_NineDays_IsNoneAndSaysSo()
    {
        await using var service = await ForecastingService.StartAsync(9, 0.01, Cancellation);

        var demand = Assert.Single((await JsonAsync(service, Cpus)).GetProperty("demands").EnumerateArray());

        Assert.Equal(0, demand.GetProperty("reach").GetInt32());
        Assert.Equal(JsonValueKind.Null, demand.GetProperty("full").ValueKind);
        Assert.StartsWith("Too little history: 9 of the 10 days", Assert.Single(demand.GetProperty("reasons").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?resource=milk", "resource: 'milk' is none of cpus, memory, disk, gpus")]
    [InlineData("?zone=nowhere", "zone 'nowhere'")]
    [InlineData("?zone=a&team=b", "one of zone, role and team")]
    [InlineData("?leadTime=soon", "45d")]
    [InlineData("?target=1.5", "0.1")]
    [InlineData("?shape=big", "16c64g")]
    [InlineData("?format=xml", "json, csv")]
    public async Task Forecast_BadQuestion_SaysWhatToAsk(string query, string words)
    {
        await using var service = await ForecastingService.StartAsync(1, 0, Cancellation);

        using var answer = await service.Http.GetAsync(new Uri("/api/v1/forecast" + query, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_NextDay_IsJudgedByWhatCame()
    {
        await using var service = await ForecastingService.StartAsync(30, 0.01, Cancellation);
        var first = await service.Keeper.MakeAsync(DemandStep.Day, Cancellation);
        service.Time.Advance(TimeSpan.FromDays(2));
        await service.RememberAsync(service.Of<ClusterWatch>().Latest!, 1, 0.01, Cancellation);

        var second = await service.Keeper.MakeAsync(DemandStep.Day, Cancellation);

        Assert.All(first.Entries, e => Assert.Equal(0, e.Record.Count));
        Assert.All(second.Entries, e => Assert.Equal((1, 2), (e.Record.Count, Assert.Single(e.Record.Steps).Ahead)));
    }

    [Fact]
    public async Task Planned_AddListRemove_IsCountedMeanwhile()
    {
        await using var service = await ForecastingService.StartAsync(30, 0.01, Cancellation);
        using var growth = JsonContent.Create(new { name = "customers", date = "2026-03-20", kind = "demand", growth = "25%" });
        using var added = await service.Http.PostAsync(new Uri("/api/v1/planned", UriKind.Relative), growth, Cancellation);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Single((await JsonAsync(service, "/api/v1/planned")).EnumerateArray());
        Assert.Single((await JsonAsync(service, Cpus)).GetProperty("demands")[0].GetProperty("changes").EnumerateArray());
        using var removed = await service.Http.DeleteAsync(added.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty((await JsonAsync(service, "/api/v1/planned")).EnumerateArray());
    }

    [Fact]
    public async Task Planned_Bad_SaysWhichAndWhy()
    {
        await using var service = await ForecastingService.StartAsync(1, 0, Cancellation);
        using var plan = JsonContent.Create(new { events = new object[] { new { date = "2026-03-20", kind = "rightSizing" }, new { date = "tomorrow", kind = "demand", growth = "25%" } } });

        using var answer = await service.Http.PostAsync(new Uri("/api/v1/forecast", UriKind.Relative), plan, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("events[1]: date: 'tomorrow'", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_DemandOverTheCapacity_IsToldOnceAndEndsWhenMachinesArePlanned()
    {
        await using var service = await ForecastingService.StartAsync(60, 0.012, Cancellation);
        await service.Keeper.MakeAsync(DemandStep.Day, Cancellation);
        await service.Watch.LookAsync(Cancellation);
        await service.Watch.LookAsync(Cancellation);
        var alerts = service.Of<AlertKeeper>();

        var told = alerts.List().Where(a => a.Labels["alertname"] == RunOutAlerts.AlertName && a.Labels["resource"] == "cpus" && !a.Labels.Contains("zone") && !a.Labels.Contains("role")).ToList();

        Assert.Equal("critical", Assert.Single(told).Labels["severity"]);
        Assert.Contains("CPU capacity of the cluster runs out", Assert.Single(told[0].Annotations, a => a.Key == "summary").Value, StringComparison.Ordinal);
        using var machines = JsonContent.Create(new { date = "2026-03-10", kind = "machines", machines = 3000, shape = "64c256g" });
        service.Time.Advance(TimeSpan.FromMinutes(1));
        using var added = await service.Http.PostAsync(new Uri("/api/v1/planned", UriKind.Relative), machines, Cancellation);
        await service.Watch.LookAsync(Cancellation);
        service.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(alerts.List(), a => a.Labels["resource"] == "cpus" && !a.Labels.Contains("zone") && !a.Labels.Contains("role"));
        Assert.Contains("capacity_runout_seconds{cluster=\"simulated\",resource=\"cpus\",zone=\"\",role=\"\",quantile=\"0.5\"} Infinity", await service.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_GrowingDemand_HasFanTablesAndTakesAPlan()
    {
        await using var service = await ForecastingService.StartAsync(60, 0.012, Cancellation);
        await service.Keeper.MakeAsync(DemandStep.Day, Cancellation);
        await service.Watch.LookAsync(Cancellation);

        var page = await service.Http.GetStringAsync(new Uri("/forecast?resource=memory&level=cluster", UriKind.Relative), Cancellation);

        Assert.Contains("class=\"band inner\"", page, StringComparison.Ordinal);
        Assert.Contains("Until when tasks find room", page, StringComparison.Ordinal);
        Assert.Contains("memory of the cluster", page, StringComparison.Ordinal);
        Assert.Contains("resource: &#x27;milk&#x27;", await service.Http.GetStringAsync(new Uri("/forecast?resource=milk", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    private static Task<JsonElement> JsonAsync(ForecastingService service, string path) => service.Http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), Cancellation);
}
