using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Correlation;

public sealed class CorrelatorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Receive_ThenNothingMore_IsOverAfterTheLease()
    {
        var correlator = New();
        correlator.Receive(Copy(0, "AppErrorBudgetBurn", ("app", "/a")));

        correlator.Advance(Noon.AddMinutes(4));
        Assert.True(correlator.Alerts.Single().IsFiring);
        correlator.Advance(Noon.AddMinutes(5));
        Assert.False(correlator.Alerts.Single().IsFiring);
    }

    [Fact]
    public void Note_MaintenanceOfMachines_HoldsWhatFiresOnThemUntilItIsLifted()
    {
        var correlator = New();
        correlator.Note(new ContextEvent.MaintenanceScheduled(["m1", "m2", "m3"], Noon, ContextEvent.MaintenanceScheduled.Endless), Noon.AddHours(-1));
        List<Decision> decisions = [];
        for (var minute = 0; minute < 90; minute++)
        {
            for (var machine = 1; machine <= 3; machine++)
            {
                correlator.Receive(Copy((60 * minute) + machine, "NodeDown", ("host", $"m{machine}"), ("zone", "a")) with { StartsAt = Noon.AddSeconds(machine) });
            }

            decisions.AddRange(correlator.Advance(Noon.AddMinutes(minute).AddSeconds(30)));
        }

        Assert.All(decisions, d => Assert.Equal(DecisionKind.Hold, d.Kind));
        Assert.Contains("maintenance may take m1 until somebody gives it back", decisions.Select(d => d.Reason));
        correlator.Note(new ContextEvent.MaintenanceLifted(["m1", "m2", "m3"], Noon), Noon.AddMinutes(90));
        for (var minute = 90; minute < 100; minute++)
        {
            for (var machine = 1; machine <= 3; machine++)
            {
                correlator.Receive(Copy((60 * minute) + machine, "NodeDown", ("host", $"m{machine}"), ("zone", "a")) with { StartsAt = Noon.AddSeconds(machine) });
            }

            decisions.AddRange(correlator.Advance(Noon.AddMinutes(minute).AddSeconds(30)));
        }

        var page = Assert.Single(decisions, d => d.Kind == DecisionKind.Page);
        Assert.Equal("zone a failed", page.Incident!.Cause);
        Assert.InRange(page.At, Noon.AddMinutes(90) + AlertPolicy.Default.Grace, Noon.AddMinutes(92) + AlertPolicy.Default.Grace);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(600, 65)]
    public void Receive_AppDownInAZoneUnderMaintenance_WaitsForItsEndAndNoMoreThanAnHour(double windowMinutes, double pagedMinutes)
    {
        var correlator = New();
        correlator.Relocate([new Machine("m1", "a", "r1", [Machine.Agent])], Noon.AddHours(-1));
        correlator.Note(new ContextEvent.MaintenanceScheduled(["m1"], Noon, TimeSpan.FromMinutes(windowMinutes)), Noon.AddHours(-1));
        List<Decision> decisions = [];
        for (var minute = 5; minute < 120; minute++)
        {
            correlator.Receive(Copy(60 * minute, "MarathonAppDown", ("app", "/a")) with { StartsAt = Noon.AddMinutes(5) });
            decisions.AddRange(correlator.Advance(Noon.AddMinutes(minute)));
        }

        Assert.Equal(Noon.AddMinutes(pagedMinutes), Assert.Single(decisions, d => d.Kind == DecisionKind.Page).At, TimeSpan.FromMinutes(1.1));
    }

    [Fact]
    public void Receive_EndStandsInThePastAndMovesOn_Fires()
    {
        var correlator = New();
        for (var i = 0; i < 3; i++)
        {
            correlator.Receive(Copy(60 * i, "AppErrorBudgetBurn", ("app", "/a")) with { StartsAt = Noon.AddMinutes(-10), EndsAt = Noon.AddMinutes(i - 6) });
        }

        Assert.Equal(DecisionKind.Page, correlator.Advance(Noon.AddSeconds(125)).Single(d => d.Incident is not null).Kind);
    }

    [Fact]
    public void Receive_EndStandsStillInThePast_NeverFires()
    {
        var correlator = New();
        for (var i = 0; i < 10; i++)
        {
            correlator.Receive(Copy(60 * i, "AppErrorBudgetBurn", ("app", "/a")) with { StartsAt = Noon.AddMinutes(-10), EndsAt = Noon.AddMinutes(-6) });
        }

        Assert.Empty(correlator.Advance(Noon.AddMinutes(11)));
    }

    [Fact]
    public void Receive_OldCopyAfterTheEnd_DoesNotOpenItAgain()
    {
        var correlator = New();
        var copy = Copy(0, "AppErrorBudgetBurn", ("app", "/a")) with { EndsAt = Noon.AddMinutes(4) };
        correlator.Receive(copy);
        correlator.Receive(copy with { ReceivedAt = Noon.AddMinutes(2), EndsAt = Noon.AddMinutes(1) });
        correlator.Receive(copy with { ReceivedAt = Noon.AddMinutes(2.1) });

        Assert.False(correlator.Alerts.Single().IsFiring);
    }

    [Fact]
    public void Advance_MachinesThatFailedDaysApart_AreNoFailureOfTheirRack()
    {
        var correlator = New();
        for (var minute = 0; minute < 400; minute++)
        {
            var now = Noon.AddMinutes(minute);
            Assert.DoesNotContain(correlator.Advance(now), d => d.Kind == DecisionKind.Page);
            for (var host = 0; host <= Math.Min(2, minute / 100); host++)
            {
                correlator.Receive(Copy(60 * minute, "NodeDown", ("host", $"h{host}"), ("zone", "a"), ("rack", "r")) with { StartsAt = Noon.AddMinutes(100 * host) });
            }

            if (minute == 350)
            {
                correlator = new(AlertPolicy.Default, Topology.Empty, CorrelatorJson.Read(CorrelatorJson.Write(correlator.Save())), now);
            }
        }

        Assert.Equal(3, correlator.Alerts.Count(a => a.Verdict == Verdict.Ticket));
    }

    [Fact]
    public void Advance_ThreeMachinesOfARack_PageOnceAndNameIt()
    {
        var correlator = New();
        for (var host = 0; host < 3; host++)
        {
            correlator.Receive(Copy(host, "NodeDown", ("host", $"h{host}"), ("zone", "a"), ("rack", "r")));
        }

        var page = Assert.Single(correlator.Advance(Noon.AddMinutes(2)), d => d.Kind == DecisionKind.Page);
        Assert.Equal(("rack r failed", 3), (page.Incident!.Cause, page.Alerts.Count));
        Assert.Equal(Noon.AddSeconds(45), page.At);
    }

    [Fact]
    public void Advance_RacksOfAZoneAreSaidToHaveFailed_PageOnceForTheZone()
    {
        var correlator = New();
        foreach (var rack in new[] { "r1", "r2", "r3" })
        {
            correlator.Receive(Copy(0, "MesosRackAgentsMissing", ("zone", "a"), ("rack", rack)));
        }

        var page = Assert.Single(correlator.Advance(Noon.AddMinutes(4)), d => d.Kind == DecisionKind.Page);
        Assert.Equal("zone a failed", page.Incident!.Cause);
    }

    [Fact]
    public void Advance_AnotherRackOfTheZoneFollows_IsTheSamePage()
    {
        var correlator = New();
        correlator.Receive(Copy(0, "MesosRackAgentsMissing", ("zone", "a"), ("rack", "r1")));
        var first = Assert.Single(correlator.Advance(Noon.AddMinutes(2)), d => d.Kind == DecisionKind.Page).Incident!;
        Assert.Equal("rack r1 failed", first.Cause);

        correlator.Receive(Copy(150, "MesosRackAgentsMissing", ("zone", "a"), ("rack", "r2")));
        correlator.Receive(Copy(150, "MesosRackAgentsMissing", ("zone", "b"), ("rack", "r9")));
        var later = correlator.Advance(Noon.AddMinutes(4));

        Assert.Equal("zone a failed", first.Cause);
        Assert.Equal("rack r9 failed", Assert.Single(later, d => d.Kind == DecisionKind.Page).Incident!.Cause);
    }

    [Fact]
    public void Advance_MarginGoneDuringAnAnnouncedUpdate_PagesWithTheMasterWhenItsTimeIsOver()
    {
        var correlator = WithMasters();
        correlator.Note(new ContextEvent.ChangeStarted("up", "master_update", ["m1"], TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5)), Noon);
        correlator.Note(new ContextEvent.TargetBegan("up", "m1"), Noon);

        var page = Assert.Single(MasterStaysAway(correlator, minutes: 25), d => d.Kind == DecisionKind.Page);

        Assert.Equal(("m1 did not come back from up", Noon.AddMinutes(15)), (page.Incident!.Cause, page.At));
    }

    [Fact]
    public void Advance_MarginGone_PagesOnceWithTheMasterThatIsGone()
    {
        var correlator = WithMasters();

        var page = Assert.Single(MasterStaysAway(correlator, minutes: 25), d => d.Kind == DecisionKind.Page);

        Assert.Equal(["m1"], page.Incident!.Hosts);
        Assert.Equal(Noon.AddMinutes(8), page.At);
    }

    [Fact]
    public void NextWakeUp_AlertWaits_IsWhenItIsDecided()
    {
        var correlator = New();
        correlator.Receive(Copy(0, "CertificateExpiresSoon", ("vip", "x")));

        correlator.Advance(Noon);

        Assert.Equal(Noon.AddSeconds(30), correlator.NextWakeUp);
    }

    [Fact]
    public void Advance_EveryAlert_HasAVerdictAndAReason()
    {
        var correlator = New();
        foreach (var (name, label) in new[] { ("NodeDown", "host"), ("Strange", "job"), ("MesosNoLeader", "job"), ("AppDown", "app"), ("MesosTasksLost", "job"), ("FilebeatDown", "host") })
        {
            correlator.Receive(Copy(0, name, (label, "x")));
        }

        correlator.Advance(Noon.AddMinutes(2));

        Assert.All(correlator.Alerts, a => Assert.True(a.Verdict != Verdict.None && a.Reason.Length > 0, a.Labels.ToString()));
    }

    /// <summary>A master is away: the alert that says so comes after five minutes, and the one that no other may fail after eight.</summary>
    private static List<Decision> MasterStaysAway(Correlator correlator, int minutes)
    {
        List<Decision> decisions = [];
        for (var minute = 5; minute <= minutes; minute++)
        {
            decisions.AddRange(correlator.Advance(Noon.AddMinutes(minute)));
            correlator.Receive(Copy(60 * minute, "MesosMasterDown", ("host", "m1")) with { StartsAt = Noon.AddMinutes(5) });
            if (minute >= 8)
            {
                correlator.Receive(Copy(60 * minute, "MesosMasterNotRedundant") with { StartsAt = Noon.AddMinutes(8) });
            }
        }

        return [.. decisions, .. correlator.Advance(Noon.AddMinutes(minutes + 1))];
    }

    private static Correlator WithMasters() =>
        new(AlertPolicy.Default, new Topology(Enumerable.Range(1, 3).Select(m => new Machine($"m{m}", null, null, [Machine.Master]))), CorrelatorState.Empty, Noon);

    private static Correlator New() => new(AlertPolicy.Default, Topology.Empty, CorrelatorState.Empty, Noon);

    private static AlertDelivery Copy(double second, string name, params (string Name, string Value)[] labels)
    {
        var at = Noon.AddSeconds(second);
        return new(at, LabelSet.Create([new("alertname", name), new("severity", "critical"), .. labels.Select(l => KeyValuePair.Create(l.Name, l.Value))]), at, null, "p");
    }
}
