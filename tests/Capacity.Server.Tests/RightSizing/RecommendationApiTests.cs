using System.Net;
using System.Text;

namespace Capacity.Server.Tests.RightSizing;

public sealed class RecommendationApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recommendations_OfAnAppThatIsTooBig_SayWhatWhyAndHowMuch()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);

        var one = await service.JsonAsync($"/api/v1/recommendations/app?{service.Query}", Cancellation);

        var verdict = one["verdict"]!.GetValue<string>();
        Assert.StartsWith("tooBig", verdict, StringComparison.Ordinal);
        Assert.Contains(one["reasons"]!.AsArray(), r => r!["code"]!.GetValue<string>() == "MEM_OVERSIZED" && r["text"]!.GetValue<string>().Contains("no instance ever held more than", StringComparison.Ordinal));
        Assert.InRange(one["memory"]!["recommended"]!.GetValue<double>(), 101 << 20, one["current"]!["memoryBytes"]!.GetValue<double>() - 1);
        Assert.InRange(one["savingPerHour"]!.GetValue<double>(), 1e-6, one["costPerHour"]!.GetValue<double>());
        Assert.NotNull(one["backTest"]);
        Assert.Equal(one["grade"]!.GetValue<string>(), one["confidence"]!["grade"]!.GetValue<string>());
        Assert.True(one["marathonPatch"] is null != one["whyNoMarathonPatch"] is null);
        Assert.NotNull(one["memory"]!["peakAt"]);

        var all = (await service.JsonAsync("/api/v1/recommendations", Cancellation)).AsArray();
        Assert.Equal(service.App.Id, all[0]!["id"]!.GetValue<string>());
        Assert.Contains(all, r => r!["verdict"]!.GetValue<string>() == "unknown");
        Assert.Single((await service.JsonAsync($"/api/v1/recommendations?verdict={verdict}", Cancellation)).AsArray());
        Assert.Empty((await service.JsonAsync("/api/v1/recommendations?app=/nothing/*", Cancellation)).AsArray());
        var teams = (await service.JsonAsync("/api/v1/teams", Cancellation)).AsArray();
        Assert.Equal(all.Sum(r => r!["costPerHour"]!.GetValue<double>()), teams.Sum(t => t!["costPerHour"]!.GetValue<double>()), 1e-9);
        Assert.All(teams, t => Assert.True(t!["savingPerHour"]!.GetValue<double>() <= t["costPerHour"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Recommendations_OfAnAppThatChanged_SayWhatHappenedAfter()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);
        Assert.Null((await service.JsonAsync($"/api/v1/recommendations/app?{service.Query}", Cancellation))["outcome"]);
        var changed = service.Keeper.Latest!.At.AddDays(-5);
        await service.ChangeAsync(changed, Cancellation);

        var one = await service.JsonAsync($"/api/v1/recommendations/app?{service.Query}", Cancellation);

        var (outcome, current) = (one["outcome"]!, one["current"]!);
        Assert.Equal(changed, outcome["changedAt"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMilliseconds(1));
        Assert.Equal(current["instances"]!.GetValue<int>() + 2, outcome["from"]!["instances"]!.GetValue<int>());
        Assert.Equal(current.ToJsonString(), outcome["to"]!.ToJsonString());
        Assert.Equal(one["costPerHour"]!.GetValue<double>() * 2 / current["instances"]!.GetValue<int>(), outcome["realisedPerHour"]!.GetValue<double>(), 1e-9);
        Assert.Equal(0, outcome["memoryKills"]!.GetValue<int>());

        // Five made-up days, and perhaps the first samples of today.
        Assert.InRange(outcome["days"]!.GetValue<int>(), 5, 6);
        Assert.Equal(current["cpuCores"]!.GetValue<double>() < 0.1 ? 1 : 0, outcome["cpuExceedRatio"]!.GetValue<double>(), 0.05);
    }

    [Theory]
    [InlineData("/api/v1/recommendations?verdict=large", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/recommendations?decision=maybe", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/recommendations?take=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/recommendations/app?app=/nowhere", HttpStatusCode.NotFound)]
    public async Task Recommendations_BadQuestions_AreProblems(string path, HttpStatusCode expected)
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);

        using var answer = await service.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Recommendations_DomainsThatWereThereLately_StillCount()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);
        var yesterday = DateOnly.FromDateTime(service.Keeper.Latest!.At.UtcDateTime).AddDays(-1);
        await service.Stores.State.Advice.NoteSpreadsAsync([new(service.App, yesterday, true, 7)], Cancellation);

        await service.Keeper.ComputeAsync(Cancellation);

        var one = await service.JsonAsync($"/api/v1/recommendations/app?{service.Query}", Cancellation);
        Assert.Equal(7, one["count"]!["failureDomains"]!.GetValue<int>());
        Assert.All(service.Keeper.Latest!.Apps, a => Assert.True(a.Advice.App.FailureDomains >= 1));
        Assert.Contains(await service.Stores.State.Advice.ReadSpreadsAsync(yesterday.AddDays(1), Cancellation), s => s.App == service.App);
    }

    [Fact]
    public async Task Recommendations_AsCsv_HaveARowEach()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);

        var csv = await service.Http.GetStringAsync(new Uri("/api/v1/recommendations?format=csv", UriKind.Relative), Cancellation);

        Assert.StartsWith("framework,id,team,verdict,", csv, StringComparison.Ordinal);
        Assert.Contains("CPU_OVERSIZED", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_WithAReason_IsRememberedOverARestart()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);
        using var answer = await DecideAsync(service, "snooze", """{"reason":"after the sale","until":"2099-01-01T00:00:00Z"}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single((await service.JsonAsync("/api/v1/recommendations?decision=snoozed", Cancellation)).AsArray());
        var history = await service.Stores.State.Advice.ReadHistoryAsync(service.App, Cancellation);
        Assert.Single(history);

        await service.RestartAsync(Cancellation);

        var one = await service.JsonAsync($"/api/v1/recommendations/app?{service.Query}", Cancellation);
        Assert.Equal("after the sale", one["decision"]!["reason"]!.GetValue<string>());
        Assert.Equal(history, await service.Stores.State.Advice.ReadHistoryAsync(service.App, Cancellation));
    }

    [Theory]
    [InlineData("""{"reason":" "}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"reason":"x","until":"2001-01-01T00:00:00Z"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"reason":"x","for":"0d"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"reason":"x","for":"3d","until":"2099-01-01T00:00:00Z"}""", HttpStatusCode.BadRequest)]
    public async Task Decide_WithoutSense_IsRefused(string body, HttpStatusCode expected)
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);

        using var answer = await DecideAsync(service, "snooze", body);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("Host", "evil.example", "application/json", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "1", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("X-Nothing", "1", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Decide_ForAnotherSite_IsRefused(string header, string value, string type, HttpStatusCode expected)
    {
        await using var service = await AdvisingService.StartAsync(Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/recommendations/accept?{service.Query}", UriKind.Relative))
        {
            Content = new StringContent("""{"reason":"x"}""", Encoding.UTF8, type),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await service.Http.SendAsync(request, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await service.Stores.State.Advice.ReadDecisionsAsync(Cancellation));
    }

    private static Task<HttpResponseMessage> DecideAsync(AdvisingService service, string word, string body) => service.Http.PostAsync(
        new Uri($"/api/v1/recommendations/{word}?{service.Query}", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
}
