using Capacity.Core.Alerting.Reviewing;
using Capacity.Server.Configuration;
using Capacity.Testing.Recordings;

namespace Capacity.Server.Tests.Configuration;

public sealed class OnCallTests
{
    [Fact]
    public void Read_Shifts_AreThose()
    {
        var plan = Read("onCall: { timeZone: Europe/Berlin, nightFrom: '21:30', shifts: [{ name: office, from: '09:00', to: '17:00', days: [monday, Friday] }] }");

        Assert.Equal(("Europe/Berlin", new(21, 30), new TimeOnly(7, 0)), (plan.Zone.Id, plan.NightFrom, plan.NightTo));
        var shift = Assert.Single(plan.Shifts);
        Assert.Equal(("office", new(9, 0), new TimeOnly(17, 0)), (shift.Name, shift.From, shift.To));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Friday], shift.Days);
    }

    [Theory]
    [InlineData("{ timeZone: Mars/Base }", "onCall.timeZone: 'Mars/Base' is no time zone")]
    [InlineData("{ nightFrom: late }", "onCall.nightFrom: 'late' is no time of day")]
    [InlineData("{ report: { day: someday } }", "onCall.report.day: 'someday' is no day")]
    [InlineData("{ report: { hour: 24 } }", "onCall.report.hour: 24 is out of range")]
    [InlineData("{ report: { webhook: here } }", "onCall.report.webhook: 'here' is no address")]
    [InlineData("{ report: { mail: 'a@example.org, b' } }", "onCall.report.mail: 'b' is no address")]
    [InlineData("{ report: { mail: a@example.org } }", "onCall.report.mail: the review is to be mailed, and there is no server")]
    [InlineData("{ shifts: [] }", "onCall.shifts: from 1 to 50")]
    [InlineData("{ shifts: [{ from: '08:00', to: '09:00' }] }", "onCall.shifts[0].name is missing")]
    [InlineData("{ shifts: [{ name: a, from: '08:00' }] }", "onCall.shifts[0]: say from and to")]
    [InlineData("{ shifts: [{ name: a, from: '08:00', to: '25:00' }] }", "onCall.shifts[0].to: '25:00' is no time of day")]
    [InlineData("{ shifts: [{ name: a, from: '08:00', to: '09:00', days: [someday, '1'] }] }", "onCall.shifts[0].days: 'someday' is no day")]
    public void Read_Wrong_SaysWhat(string section, string expected)
    {
        var refused = Assert.IsType<ConfigurationOutcome.Refused>(ConfigurationLoader.Read($"cluster: {{ masters: ['http://127.0.0.1:1'] }}\nonCall: {section}"));

        Assert.Contains(refused.Faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Sample_ShowsTheStandard()
    {
        var sample = Path.Combine(CommittedRecordings.Folder, "..", "..", "docs", "capacity.yaml");
        var loaded = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Load(sample)).Configuration;
        var (shown, standard) = (loaded.OnCall, ShiftPlan.Default);

        Assert.Equal((standard.Zone, standard.NightFrom, standard.NightTo), (shown.Zone, shown.NightFrom, shown.NightTo));
        Assert.Equal(standard.Shifts.Select(s => (s.Name, s.From, s.To)), shown.Shifts.Select(s => (s.Name, s.From, s.To)));
        Assert.Equal((ReportSettings.Nobody.Day, ReportSettings.Nobody.Hour), (loaded.OnCallReport.Day, loaded.OnCallReport.Hour));
    }

    [Fact]
    public void Read_Report_IsThat()
    {
        const string Yaml = """
            cluster: { masters: ['http://127.0.0.1:1'] }
            mail: { host: localhost, tls: none, from: capacity@example.org }
            onCall: { report: { day: friday, hour: 15, webhook: 'https://example.org/hook', mail: 'a@example.org, b@example.org' } }
            """;

        var report = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(Yaml)).Configuration.OnCallReport;

        Assert.Equal((DayOfWeek.Friday, 15, "https://example.org/hook"), (report.Day, report.Hour, report.Everything?.ToString()));
        Assert.Equal(["a@example.org", "b@example.org"], report.Mail.For(""));
    }

    [Fact]
    public void Read_NoReport_IsSentToNobody()
    {
        var loaded = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read("cluster: { masters: ['http://127.0.0.1:1'] }"));

        Assert.Equal((null, 0), (loaded.Configuration.OnCallReport.For(""), loaded.Configuration.OnCallReport.Mail.For("").Count));
    }

    private static ShiftPlan Read(string yaml) =>
        Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read($"cluster: {{ masters: ['http://127.0.0.1:1'] }}\n{yaml}")).Configuration.OnCall;
}
