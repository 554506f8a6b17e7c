using Capacity.Server.Tests.Mail;
using MimeKit;

namespace Capacity.Server.Tests.RightSizing;

/// <summary>The whole service mails the reports of a recorded cluster's teams.</summary>
public sealed class MailedReportTests : IAsyncLifetime
{
    private readonly SmtpServer server = new();
    private AdvisingService? started;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AdvisingService Service => started!;

    private string Team => Service.App.Id.Split('/')[1];

    public async ValueTask InitializeAsync()
    {
        var due = TimeProvider.System.GetUtcNow().AddHours(-1);
        started = await AdvisingService.StartAsync(Cancellation, $$"""
            mail: { host: localhost, port: {{server.Port}}, tls: none, from: capacity@example.org, timeout: 10s }
            rightSizing:
              prices: { currency: EUR, coreHour: 0.02, gibibyteHour: 0.003 }
              owners: { labels: [], firstSegment: true }
              reports: { day: {{due.DayOfWeek}}, hour: {{due.Hour}}, mail: { pattern: '{team}@example.org' } }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Send_TwiceAndAfterARestart_MailsEachTeamOnceWithItsSaving()
    {
        await Service.Sender.SendAsync(Cancellation);
        await Service.Sender.SendAsync(Cancellation);
        await Service.RestartAsync(Cancellation);
        await Service.Sender.SendAsync(Cancellation);

        Assert.Equal((await TeamsAsync()).Select(t => $"{t}@example.org").Order(), server.Mails.Select(To).Order());
        var mail = server.Mails.Single(m => To(m) == $"{Team}@example.org");
        var report = await Service.JsonAsync($"/api/v1/reports/teams/{Team}", Cancellation);
        var saving = report["savingPerMonth"]!.GetValue<double>().ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith($"{Team} on recorded: {saving} EUR of ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Service.App.Id, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(Service.App.Id, mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(server.Mails.Count, server.Mails.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Send_OneAddressIsRefused_CostsOnlyThatOneAndIsShown()
    {
        server.Answers[$"RCPT TO:<{Team}@"] = "550 no such user";

        await Service.Sender.SendAsync(Cancellation);
        await Service.Sender.SendAsync(Cancellation);

        var teams = await TeamsAsync();
        Assert.Equal(teams.Count - 1, server.Mails.Count);
        Assert.Single(server.Commands, c => c.Contains($"<{Team}@", StringComparison.Ordinal));
        Assert.Contains($"degraded: weekly reports not delivered: 1, such as that of team {Team} to {Team}@example.org: 550 no such user", await TextAsync("/healthz"), StringComparison.Ordinal);
        var metrics = await TextAsync("/metrics");
        Assert.Contains($"capacity_report_deliveries_total{{cluster=\"recorded\",channel=\"mail\",outcome=\"delivered\"}} {teams.Count - 1}\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_report_deliveries_total{cluster=\"recorded\",channel=\"mail\",outcome=\"refused\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("capacity_reports_undelivered{cluster=\"recorded\",channel=\"mail\"} 1\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ServerIsAway_IsAskedOnceALookAndGetsAllLater()
    {
        server.Answers[SmtpServer.Greeting] = "421 maintenance";
        await Service.Sender.SendAsync(Cancellation);
        var teams = await TeamsAsync();
        Assert.Contains($"capacity_reports_undelivered{{cluster=\"recorded\",channel=\"mail\"}} {teams.Count}\n", await TextAsync("/metrics"), StringComparison.Ordinal);
        Assert.Contains("outcome=\"failed\"} 1\n", await TextAsync("/metrics"), StringComparison.Ordinal);

        server.Answers.Clear();
        await Service.Sender.SendAsync(Cancellation);

        Assert.Equal(teams.Count, server.Mails.Count);
        Assert.DoesNotContain("reports", await TextAsync("/healthz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_AnswerIsLostAfterTheMailWasTaken_RepeatsTheSameMail()
    {
        server.Answers[SmtpServer.Content] = SmtpServer.HangUp;
        await Service.Sender.SendAsync(Cancellation);
        var first = server.Mails.Single(m => To(m) == $"{Team}@example.org").MessageId;

        server.Answers.Clear();
        await Service.RestartAsync(Cancellation);
        await Service.Sender.SendAsync(Cancellation);

        Assert.Equal([first, first], server.Mails.Where(m => To(m) == $"{Team}@example.org").Select(m => m.MessageId));
    }

    private static string To(MimeMessage mail) => mail.To.Mailboxes.Single().Address;

    private Task<string> TextAsync(string path) => Service.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);

    private async Task<List<string>> TeamsAsync() =>
        [.. (await Service.JsonAsync("/api/v1/teams", Cancellation)).AsArray().Select(t => t!["team"]?.GetValue<string>()).OfType<string>()];
}
