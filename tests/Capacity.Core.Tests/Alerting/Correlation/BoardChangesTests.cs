using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Correlation;

/// <summary>What the board judged is not judged again.</summary>
public sealed class BoardChangesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LabelSet App = Labels(("alertname", "SloBudgetBurn"), ("app", "/a"));
    private readonly Correlator correlator = new(AlertPolicy.Default, Topology.Empty, CorrelatorState.Empty, Noon);

    [Fact]
    public void Receive_MergedStartGoesBack_IsTheSameEpisode()
    {
        correlator.Receive(Change(AlertChangeKind.Fired, 0, startsAt: -5));
        for (var second = 60; second <= 600; second += 60)
        {
            correlator.Receive(Change(AlertChangeKind.Refreshed, second, startsAt: -20));
            correlator.Advance(Noon.AddSeconds(second));
        }

        var alert = Assert.Single(correlator.Alerts);
        Assert.Equal((true, 1), (alert.IsFiring, alert.Episodes));
    }

    [Fact]
    public void Receive_Silenced_CountsAsOverAndIsCounted()
    {
        correlator.Receive(Change(AlertChangeKind.Fired, 0));
        correlator.Advance(Noon.AddSeconds(31));
        correlator.Receive(Change(AlertChangeKind.Silenced, 60, silenced: true));
        correlator.Receive(Change(AlertChangeKind.Refreshed, 90, silenced: true));

        var incident = Assert.Single(correlator.Incidents);
        Assert.Equal((0, 1, 1), (incident.Firing, incident.Silenced, incident.Alerts));
        correlator.Receive(Change(AlertChangeKind.Unsilenced, 120));
        Assert.Equal((1, 0), (incident.Firing, incident.Silenced));
        correlator.Receive(Change(AlertChangeKind.Silenced, 130, silenced: true));
        correlator.Receive(Change(AlertChangeKind.Resolved, 140, fires: false, silenced: true));
        Assert.Equal((0, 0), (incident.Firing, incident.Silenced));
    }

    [Fact]
    public void Receive_UnsilencedAfterHours_IsNewsOfNow()
    {
        correlator.Receive(Change(AlertChangeKind.Fired, 0, silenced: true));
        Assert.Empty(correlator.Alerts);
        correlator.Receive(Change(AlertChangeKind.Unsilenced, 7200));

        var alert = Assert.Single(correlator.Alerts);
        Assert.Equal((Noon.AddHours(2), Noon.AddHours(2), false), (alert.FiredAt, alert.Began, alert.IsLate));
        Assert.DoesNotContain(correlator.Advance(Noon.AddSeconds(7229)), d => d.Kind == DecisionKind.Page);
        Assert.Single(correlator.Advance(Noon.AddSeconds(7231)), d => d.Kind == DecisionKind.Page);
    }

    [Fact]
    public void Compare_WithTheBoard_KeepsWhatFiresAndEndsWhatIsOver()
    {
        var (a, b) = (Change(AlertChangeKind.Fired, 0).Alert, Alert(Labels(("alertname", "SloBudgetBurn"), ("app", "/b")), Noon, true, false));
        correlator.Compare(new[] { a, b }.Where, Noon);
        for (var minute = 1; minute <= 30; minute++)
        {
            correlator.Advance(Noon.AddMinutes(minute));
            correlator.Compare(new[] { a, minute < 20 ? b : Alert(b.Labels, Noon, false, false) }.Where, Noon.AddMinutes(minute));
        }

        Assert.Equal([("/a", true), ("/b", false)], correlator.Alerts.Select(t => (t.Labels["app"], t.IsFiring)).OrderBy(t => t.Item1));
    }

    [Fact]
    public void TakeChanges_OnlyWhatChanged()
    {
        correlator.Receive(Change(AlertChangeKind.Fired, 0));
        Assert.Single(correlator.TakeChanges().Alerts);
        correlator.Receive(Change(AlertChangeKind.Refreshed, 10));
        Assert.True(correlator.TakeChanges().IsEmpty);
        correlator.Advance(Noon.AddSeconds(31));
        var paged = correlator.TakeChanges();

        Assert.Equal((1, 1), (paged.Alerts.Count, paged.Incidents.Count));
        Assert.Equal(1, paged.Rest!.Sequence);
    }

    [Fact]
    public void TakeChanges_AddedUp_AreTheWholeState()
    {
        Dictionary<LabelSet, TrackedAlert> alerts = [];
        Dictionary<string, Incident> incidents = [];
        CorrelatorState? rest = null;
        for (var second = 0; second < 20_000; second += 20)
        {
            correlator.Receive(Change((second / 700) % 2 == 0 ? AlertChangeKind.Refreshed : AlertChangeKind.Resolved, second, fires: (second / 700) % 2 == 0));
            correlator.Advance(Noon.AddSeconds(second));
            var changes = correlator.TakeChanges();
            foreach (var alert in changes.Alerts)
            {
                alerts[alert.Labels] = alert;
            }

            foreach (var incident in changes.Incidents)
            {
                incidents[incident.Id] = incident;
            }

            rest = changes.Rest ?? rest;
            var whole = CorrelatorJson.Write(correlator.Save());
            var added = CorrelatorJson.Write((rest ?? CorrelatorState.Empty) with { Alerts = [.. alerts.Values], Incidents = [.. incidents.Values] });
            Assert.Equal(whole, added);
        }
    }

    [Fact]
    public void Relocate_MachinesGetTheirPlace_FailAsTheirRack()
    {
        for (var i = 0; i < 3; i++)
        {
            correlator.Receive(new AlertChange(AlertChangeKind.Fired, Alert(Labels(("alertname", "NodeDown"), ("instance", $"10.0.0.{i}:9100")), Noon, true, false), Noon));
        }

        correlator.Relocate([.. Enumerable.Range(0, 20).Select(i => new Machine($"ag-{i}", "a", i < 5 ? "r1" : "r2", [Machine.Agent]) { OtherNames = [$"10.0.0.{i}"] })], Noon.AddSeconds(10));
        var page = Assert.Single(correlator.Advance(Noon.AddSeconds(60)), d => d.Kind == DecisionKind.Page);

        Assert.Equal(("r1", "ag-0 ag-1 ag-2"), (page.Incident!.Rack, string.Join(' ', page.Incident.Hosts.Order())));
    }

    [Fact]
    public void Restore_WhileMachinesAreCollected_IsOnePageAndNoTickets()
    {
        for (var i = 0; i < 4; i++)
        {
            correlator.Receive(new AlertChange(AlertChangeKind.Fired, Alert(Labels(("alertname", "NodeDown"), ("host", $"h{i}"), ("zone", "a")), Noon, true, false), Noon));
        }

        correlator.Advance(Noon.AddSeconds(20));
        var after = new Correlator(AlertPolicy.Default, Topology.Empty, CorrelatorJson.Read(CorrelatorJson.Write(correlator.Save())), Noon.AddSeconds(50));
        var news = after.Advance(Noon.AddSeconds(50)).Where(d => d.IsNews).ToList();

        Assert.Equal((DecisionKind.Page, "zone a failed"), (Assert.Single(news).Kind, news[0].Incident!.Cause));
    }

    [Fact]
    public void Receive_SentLessOftenThanTheLease_IsOneEpisodeAsLongAsItsEndMovesOn()
    {
        for (var minute = 0; minute <= 240; minute += 12)
        {
            var now = Noon.AddMinutes(minute);
            correlator.Advance(now);
            correlator.Receive(new AlertChange(AlertChangeKind.Refreshed, Alert(App, Noon, true, false) with { EndsAt = now.AddMinutes(48) }, now));
        }

        Assert.Equal((true, 1), (correlator.Alerts.Single().IsFiring, correlator.Alerts.Single().Episodes));
        correlator.Advance(Noon.AddMinutes(287));
        Assert.True(correlator.Alerts.Single().IsFiring);
        correlator.Advance(Noon.AddMinutes(289));
        Assert.False(correlator.Alerts.Single().IsFiring);
    }

    [Fact]
    public void Receive_EndedLongBeforeItsEnd_IsOverAtOnce()
    {
        correlator.Receive(new AlertChange(AlertChangeKind.Fired, Alert(App, Noon, true, false) with { EndsAt = Noon.AddHours(4) }, Noon));
        correlator.Advance(Noon.AddHours(2));
        Assert.True(correlator.Alerts.Single().IsFiring);
        correlator.Receive(Change(AlertChangeKind.Resolved, 7260, fires: false));

        Assert.False(correlator.Alerts.Single().IsFiring);
        correlator.Receive(new AlertChange(AlertChangeKind.Fired, Alert(App, Noon.AddHours(3), true, false) with { EndsAt = Noon.AddHours(4) }, Noon.AddHours(3)));
        Assert.Equal((true, 2), (correlator.Alerts.Single().IsFiring, correlator.Alerts.Single().Episodes));
    }

    private static AlertChange Change(AlertChangeKind kind, double at, double? startsAt = null, bool fires = true, bool silenced = false) =>
        new(kind, Alert(App, Noon.AddSeconds(startsAt ?? 0), fires, silenced), Noon.AddSeconds(at));

    private static AlertState Alert(LabelSet labels, DateTimeOffset startsAt, bool fires, bool silenced) => new(labels, startsAt, startsAt.AddHours(9), fires, silenced);

    private static LabelSet Labels(params (string Name, string Value)[] labels) => LabelSet.Create(labels.Select(l => new KeyValuePair<string, string>(l.Name, l.Value)));
}
