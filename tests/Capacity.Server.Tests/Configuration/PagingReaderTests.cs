using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Paging;
using Capacity.Server.Configuration;

namespace Capacity.Server.Tests.Configuration;

public sealed class PagingReaderTests
{
    [Fact]
    public void Read_Everything_IsRead()
    {
        var key = Path.GetTempFileName();
        File.WriteAllText(key, "KEY\n");
        var paging = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read($$"""
            cluster: { masters: [a] }
            mail: { host: localhost, tls: none, from: c@example.org }
            paging:
              receivers:
                pager: { type: pagerDuty, secretFile: '{{key}}', fallback: mail, timeout: 5s }
                mail: { type: email, to: 'a@example.org, b@example.org', updates: false }
                central: { type: alertmanager, url: 'http://am:9093', resendInterval: 30s, watchdog: true }
              routes:
                - match: { notice: [page], severity: [critical], kind: [controlPlane], team: [web], zone: [a], cluster: [east] }
                  receivers: [pager, pager]
                  escalation: usual
                  continue: true
                - { match: { notice: [ticket] }, receivers: [mail], quietHours: nights }
              default: { receivers: [central] }
              escalations: { usual: [{ after: 5m, receivers: [mail] }, { after: 10m, receivers: [central] }] }
              quietHours: { nights: { timeZone: Europe/Berlin, times: [{ days: [monday], from: '18:00', until: '24:00' }] } }
              fallbackAfter: 30s
              retry: { first: 2s, longest: 1m, giveUpAfter: 2h }
              breaker: { failures: 3, first: 5s, longest: 10s }
              heartbeat: { url: 'https://hc.example.org/x', interval: 20s }
            """)).Configuration.Paging;

        Assert.Equal(["pager PagerDuty", "mail Email", "central Alertmanager"], paging.Receivers.Select(r => $"{r.Name} {r.Type}"));
        Assert.Equal(("https://events.pagerduty.com/v2/enqueue", "***", 5), (paging.Receivers[0].Address!.AbsoluteUri, paging.Receivers[0].Secret!.ToString(), paging.Receivers[0].Timeout.TotalSeconds));
        Assert.Equal(["a@example.org", "b@example.org"], paging.Receivers[1].To);
        var (first, second) = (paging.Routing.Routes[0], paging.Routing.Routes[1]);
        Assert.Equal(["pager"], first.Receivers);
        Assert.True(first is { Escalation: "usual", Continues: true, Quiet: null });
        Assert.Equal((NoticeKind.Page, AlertSeverity.Critical, IncidentKind.ControlPlane), (first.Match.Asks[0], first.Match.Severities[0], first.Match.Kinds[0]));
        Assert.Equal("Europe/Berlin", second.Quiet!.Zone.Id);
        Assert.Equal(("mail", false, true), (paging.Routing.TraitsOf("pager").Fallback, paging.Routing.TraitsOf("pager").TakesUpdates, paging.Routing.TraitsOf("central").TakesUpdates));
        Assert.Equal((2, 3, 30, 20), (paging.Retry.First.TotalSeconds, paging.Breaker.Failures, paging.FallbackAfter.TotalSeconds, paging.Heartbeat!.Interval.TotalSeconds));
        Assert.DoesNotContain("KEY", paging.ToString() + paging.Receivers[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Nothing_TellsNobody() =>
        Assert.Empty(Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read("cluster: { masters: [a] }")).Configuration.Paging.Receivers);

    [Fact]
    public void Read_ManyFaults_SaysThemAll()
    {
        var faults = Assert.IsType<ConfigurationOutcome.Refused>(ConfigurationLoader.Read("""
            cluster: { masters: [a] }
            paging:
              receivers:
                'a b': { type: webhook, url: 'http://x' }
                pigeon: { type: pigeon }
                hook: { type: webhook }
                secret: { type: webhook, url: 'http://user:pass@x' }
                pager: { type: pagerDuty }
                file: { type: opsgenie, secretFile: nowhere }
                chat: { type: slack, fallback: chat }
                mail: { type: email, to: 'nobody' }
                slow: { type: webhook, url: 'http://x', timeout: 1m }
              routes:
                - { match: { notice: [resolve], severity: [bad] }, receivers: [unknown], escalation: none, quietHours: none }
              escalations: { late: [{ after: 10m, receivers: [hook] }, { after: 5m }] }
              quietHours: { all: { times: [{ }] }, mars: { timeZone: Mars, times: [{ days: [someday], from: '8' }] } }
              retry: { first: 1h }
              breaker: { failures: 0 }
              heartbeat: { url: 'http://x', urlFile: y }
            """)).Faults;

        Assert.All(
            (string[])
            [
                "paging.receivers.a b: 'a b' is no name",
                "paging.receivers.pigeon.type: 'pigeon' is none of webhook, pagerDuty, slack, email, opsgenie, alertmanager",
                "paging.receivers.hook.url is missing",
                "paging.receivers.secret.url: an address must not hold a password",
                "paging.receivers.pager.secretFile is missing (or CAPACITY_RECEIVER_PAGER): it holds the integration key",
                "paging.receivers.file.secretFile: 'nowhere' cannot be read",
                "paging.receivers.chat.secretFile is missing",
                "paging.receivers.chat.fallback: it can't stand in for itself",
                "paging.receivers.mail: there is no server to send mail through",
                "paging.receivers.mail.to: 'nobody' is no address",
                "paging.receivers.slow.timeout: 1m is too long",
                "paging.routes[0].match.notice: page or ticket",
                "paging.routes[0].match.severity: 'bad' is none of info, warning, critical",
                "paging.routes[0].receivers: there is no 'unknown'",
                "paging.routes[0].escalation: there is no 'none'",
                "paging.routes[0].quietHours: there is no 'none'",
                "paging.default.receivers is missing",
                "paging.escalations.late[1].receivers is missing",
                "paging.escalations.late[1].after (5m) must be later",
                "paging.quietHours.all: all of the week is quiet",
                "paging.quietHours.mars.timeZone: 'Mars' is no time zone",
                "paging.quietHours.mars.times[0].days: 'someday' is no day",
                "paging.quietHours.mars.times[0].from: '8' is no time",
                "paging.retry.first (01:00:00) must not be longer",
                "paging.breaker.failures: 0 is out of range",
                "paging.heartbeat: give url or urlFile, not both",
            ],
            expected => Assert.Contains(faults, f => f.StartsWith(expected, StringComparison.Ordinal)));
        Assert.DoesNotContain(faults, f => f.Contains("pass@", StringComparison.Ordinal));
    }
}
