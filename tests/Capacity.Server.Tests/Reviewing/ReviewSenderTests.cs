using System.Text.Json;
using Capacity.Server.Reviewing;
using Capacity.Server.Tests.AlertmanagerApi;
using Capacity.Server.Tests.Mail;
using Capacity.Server.Tests.Pages.Incidents;
using Capacity.Server.Tests.Paging.Receivers;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Reviewing;

/// <summary>The whole service sends the review of a week, by mail and to a webhook.</summary>
public sealed class ReviewSenderTests : IAsyncLifetime
{
    private readonly SmtpServer smtp = new();
    private HttpServer hook = null!;
    private AlertService service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        hook = await HttpServer.StartAsync();
        service = await AlertService.StartAsync($$"""
            {}
            mail: { host: localhost, port: {{smtp.Port}}, tls: none, from: capacity@example.org, timeout: 10s }
            onCall: { report: { day: tuesday, hour: 13, webhook: '{{hook.Url}}/hook', mail: 'lead@example.org, team@example.org' } }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await smtp.DisposeAsync();
        await hook.DisposeAsync();
    }

    [Fact]
    public async Task Send_AWeekIsOver_TellsEachReceiverOnce()
    {
        await service.RackAsync();
        await service.RackBackAsync();
        Assert.Empty(smtp.Mails);

        service.Clock.SetUtcNow(AlertService.Noon.AddHours(1.1));
        await UntilDeliveredAsync("mail", 2);
        await UntilDeliveredAsync("webhook", 1);
        await SendAsync();
        await service.RestartAsync();
        await SendAsync();

        Assert.Equal(["lead@example.org", "team@example.org"], smtp.Mails.Select(m => m.To.Mailboxes.Single().Address).Order());
        var mail = smtp.Mails.First();
        Assert.Equal("On call for mesos: 1 page in a week, 0 at night, 1 for nothing", mail.Subject);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!])
        {
            Assert.Contains("2026-03-03 13:00 to 2026-03-10 13:00 UTC", body, StringComparison.Ordinal);
            Assert.Contains("75 % of 4 alerts woke nobody", body, StringComparison.Ordinal);
            Assert.Contains("NodeDown", body, StringComparison.Ordinal);
            Assert.Contains("rack r1 failed", body, StringComparison.Ordinal);
            Assert.Contains("/review?from=2026-03-03T13%3A00%3A00Z", body, StringComparison.Ordinal);
        }

        var posted = JsonSerializer.Deserialize<JsonElement>(Assert.Single(hook.Requests).Body);
        Assert.Equal((mail.Subject, 1), (posted.GetProperty("title").GetString(), posted.GetProperty("report").GetProperty("pages").GetInt32()));
        Assert.Contains("Woken for nothing", posted.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ReceiverFails_IsShownAndTriedAgain()
    {
        smtp.Answers[SmtpServer.Greeting] = "421 not now";
        service.Clock.SetUtcNow(AlertService.Noon.AddHours(1.1));
        await Storms.UntilAsync(async () => (await service.GetAsync("/healthz")).Body.Contains("weekly reports not delivered: 2, such as that of on-call to lead@example.org", StringComparison.Ordinal));
        Assert.Single(hook.Requests);

        smtp.Answers.Clear();
        await SendAsync();

        Assert.Equal(2, smtp.Mails.Count);
        Assert.Single(hook.Requests);
        Assert.DoesNotContain("reports", (await service.GetAsync("/healthz")).Body, StringComparison.Ordinal);
    }

    /// <summary>Waits for the job, which looks every ten minutes.</summary>
    private Task UntilDeliveredAsync(string channel, int count) => Storms.UntilAsync(async () =>
        (await service.GetAsync("/metrics")).Body.Contains($"capacity_report_deliveries_total{{cluster=\"mesos\",channel=\"{channel}\",outcome=\"delivered\"}} {count}\n", StringComparison.Ordinal));

    private Task SendAsync() => service.Services.GetRequiredService<ReviewSender>().SendAsync(Cancellation);
}
