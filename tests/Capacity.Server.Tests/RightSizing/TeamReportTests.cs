using System.Net;
using System.Text.Json.Nodes;
using Capacity.Server.Configuration;
using Capacity.Server.RightSizing.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.Tests.RightSizing;

public sealed class TeamReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-03-09T06:59:00Z", "2026-03-02T07:00:00Z")]
    [InlineData("2026-03-09T07:00:00Z", "2026-03-09T07:00:00Z")]
    [InlineData("2026-03-15T23:59:00Z", "2026-03-09T07:00:00Z")]
    public void LastDue_AnyMoment_IsTheLastMondayAtSeven(string now, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), ReportWeek.LastDue(ReportSettings.Nobody, DateTimeOffset.Parse(now, null)));

    [Fact]
    public async Task Report_OfATeam_IsThereInThreeFormsAndNeverSavesMoreThanTheBill()
    {
        await using var service = await AdvisingService.StartAsync(Cancellation, Owners);

        var report = await service.JsonAsync($"/api/v1/reports/teams/{Team(service)}", Cancellation);
        Assert.InRange(report["savingPerMonth"]!.GetValue<double>(), 1e-3, report["costPerMonth"]!.GetValue<double>());
        Assert.Equal(service.App.Id, report["lines"]![0]!["id"]!.GetValue<string>());

        var text = await service.Http.GetStringAsync(new Uri($"/api/v1/reports/teams/{Team(service)}?format=text", UriKind.Relative), Cancellation);
        Assert.Contains("EUR", text, StringComparison.Ordinal);
        Assert.Contains("no instance ever held more than", text, StringComparison.Ordinal);
        var html = await service.Http.GetStringAsync(new Uri($"/api/v1/reports/teams/{Team(service)}?format=html", UriKind.Relative), Cancellation);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        using var nobody = await service.Http.GetAsync(new Uri("/api/v1/reports/teams/nobody-at-all", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task Send_ReceiverFailsOnce_GetsEachReportOnceInTheEnd()
    {
        await using var receiver = await Receiver.StartAsync(Cancellation);
        var day = TimeProvider.System.GetUtcNow().AddHours(-1);
        await using var service = await AdvisingService.StartAsync(
            Cancellation, $"{Owners}\n  reports: {{ day: {day.DayOfWeek}, hour: {day.Hour}, webhook: '{receiver.Address}' }}");
        var teams = (await service.JsonAsync("/api/v1/teams", Cancellation)).AsArray().Count(t => t!["team"] is not null);

        receiver.Answer = HttpStatusCode.InternalServerError;
        await service.Sender.SendAsync(Cancellation);
        Assert.Equal(teams, receiver.Bodies.Count);
        receiver.Bodies.Clear();
        receiver.Answer = HttpStatusCode.OK;
        await service.Sender.SendAsync(Cancellation);
        await service.Sender.SendAsync(Cancellation);

        Assert.Equal(teams, receiver.Bodies.Count);
        var body = receiver.Bodies.Select(b => JsonNode.Parse(b)!).Single(b => b["report"]!["team"]!.GetValue<string>() == Team(service));
        Assert.Contains(service.App.Id, body["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private const string Owners = "rightSizing:\n  prices: { currency: EUR, coreHour: 0.02, gibibyteHour: 0.003 }\n  owners: { labels: [], firstSegment: true }";

    private static string Team(AdvisingService service) => service.App.Id.Split('/')[1];

    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        public string Address => $"{app.Urls.Single()}/hook";

        public HttpStatusCode Answer { get; set; }

        public List<string> Bodies { get; } = [];

        public static async Task<Receiver> StartAsync(CancellationToken cancellationToken)
        {
            var builder = WebApplication.CreateSlimBuilder();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var receiver = new Receiver(app);
            app.MapPost("/hook", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                receiver.Bodies.Add(await reader.ReadToEndAsync(CancellationToken.None));
                return Results.StatusCode((int)receiver.Answer);
            });
            await app.StartAsync(cancellationToken);
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
