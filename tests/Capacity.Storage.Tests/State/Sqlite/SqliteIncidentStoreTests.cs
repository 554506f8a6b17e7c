using System.Text.Json;
using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;
using Capacity.Storage.State.Sqlite;

namespace Capacity.Storage.Tests.State.Sqlite;

public sealed class SqliteIncidentStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("capacity-incidents-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Write_EachRoundOfAStorm_ReadsBackAsTheWholeState()
    {
        var correlator = new Correlator(AlertPolicy.Default, Topology.Empty, CorrelatorState.Empty, Noon);
        for (var minute = 0; minute < 300; minute += 3)
        {
            var now = Noon.AddMinutes(minute);
            using var state = await OpenAsync();
            if (minute % 30 == 0)
            {
                // A restart reads what was written, and goes on.
                correlator = new(AlertPolicy.Default, Topology.Empty, await state.Incidents.ReadStateAsync(l => l, Cancellation), now);
            }
            else
            {
                await state.Incidents.ReadStateAsync(l => l, Cancellation);
            }

            Storm(correlator, minute, now);
            correlator.Advance(now);
            await state.Incidents.WriteAsync(Batch(correlator), Cancellation);

            Assert.Equal(Text(correlator.Save()), Text(await state.Incidents.ReadStateAsync(l => l, Cancellation)));
        }

        Assert.True(correlator.Incidents.Count() > 3);
    }

    [Fact]
    public async Task Write_Notices_AreNumberedWithoutAGapForever()
    {
        using (var state = await OpenAsync())
        {
            await state.Incidents.WriteAsync(Batch(notices: [Notice("a"), Notice("b")]), Cancellation);
            Assert.Equal([1L, 2L], (await state.Notices.ReadAsync(0, 10, Cancellation)).Select(n => n.Sequence));
            await state.Incidents.DropEndedBeforeAsync(Noon.AddDays(1), Cancellation);
        }

        using var again = await OpenAsync();
        await again.Incidents.WriteAsync(Batch(notices: [Notice("c")]), Cancellation);
        var notice = Assert.Single(await again.Notices.ReadAsync(2, 10, Cancellation));
        Assert.Equal((3L, "c", "h1"), (notice.Sequence, notice.Incident, notice.Evidence[0]["host"]));
    }

    [Fact]
    public async Task DropEndedBefore_OldAndNew_KeepsTheNewWithItsAlerts()
    {
        var correlator = new Correlator(AlertPolicy.Default, Topology.Empty, CorrelatorState.Empty, Noon);
        using var state = await OpenAsync();
        for (var minute = 0; minute < 60 * 60; minute += 5)
        {
            Storm(correlator, minute, Noon.AddMinutes(minute));
            correlator.Advance(Noon.AddMinutes(minute));
            await state.Incidents.WriteAsync(Batch(correlator), Cancellation);
        }

        var (all, count) = await state.Incidents.ListAsync(new(), Cancellation);
        Assert.Equal(all.Count, count);
        var cut = Noon.AddHours(20);
        var old = all.Where(i => i.Incident.ResolvedAt < cut).ToList();
        Assert.NotEmpty(old);
        Assert.Equal(old.Count, await state.Incidents.DropEndedBeforeAsync(cut, Cancellation));
        Assert.Empty(await state.Incidents.AlertsOfAsync(old[0].Incident.Id, 10, Cancellation));
        Assert.NotEmpty(await state.Incidents.AlertsOfAsync(all[0].Incident.Id, 10, Cancellation));
        Assert.Null(await state.Incidents.FindAsync(old[0].Incident.Id, Cancellation));
    }

    [Fact]
    public async Task Write_Changes_AreReadUntilTheyAreLongOver()
    {
        using var state = await OpenAsync();
        var change = new AnnouncedChange { Id = "u1", Kind = "master_update", Targets = [new("m1", Noon)], Expected = TimeSpan.FromMinutes(6), StartedAt = Noon };
        await state.Incidents.WriteAsync(Batch(announced: [change]), Cancellation);
        var read = Assert.Single(await state.Incidents.ReadChangesAsync(Noon.AddDays(9), Cancellation));
        Assert.Equal(("u1", change.Expected, new ChangeTarget("m1", Noon)), (read.Id, read.Expected, read.Targets[0]));

        await state.Incidents.WriteAsync(Batch(announced: [change with { EndedAt = Noon.AddHours(1) }]), Cancellation);
        Assert.Single(await state.Incidents.ReadChangesAsync(Noon, Cancellation));
        Assert.Empty(await state.Incidents.ReadChangesAsync(Noon.AddDays(9), Cancellation));
    }

    /// <summary>Racks fail in turn, an app flaps, and warnings come and go.</summary>
    private static void Storm(Correlator correlator, int minute, DateTimeOffset now)
    {
        var rack = minute / 60 % 5;
        for (var host = 0; host < 5; host++)
        {
            Receive(correlator, now, minute % 60 < 40, ("alertname", "NodeDown"), ("host", $"r{rack}-{host}"), ("zone", "a"), ("rack", $"r{rack}"));
        }

        Receive(correlator, now, minute % 20 < 10, ("alertname", "SloBurn"), ("app", "/shop"));
        Receive(correlator, now, minute % 100 < 50, ("alertname", "DiskFills"), ("host", "x"), ("severity", "warning"));
    }

    private static void Receive(Correlator correlator, DateTimeOffset now, bool fires, params (string Name, string Value)[] labels) =>
        correlator.Receive(new AlertDelivery(now, LabelSet.Create(labels.Select(l => new KeyValuePair<string, string>(l.Name, l.Value))), now, fires ? null : now, "p"));

    private static IncidentBatch Batch(Correlator correlator) => new(correlator.TakeChanges(), new Dictionary<string, BlastRadius>(), new Dictionary<string, string>(), [], []);

    private static IncidentBatch Batch(IReadOnlyList<IncidentNotice>? notices = null, IReadOnlyList<AnnouncedChange>? announced = null) =>
        new(new([], [], [], [], null), new Dictionary<string, BlastRadius>(), new Dictionary<string, string>(), notices ?? [], announced ?? []);

    private static IncidentNotice Notice(string incident) => new()
    {
        Sequence = 0, Cluster = "c", Incident = incident, Kind = NoticeKind.Page, At = Noon, CauseKind = IncidentKind.Machine, Cause = "why", Reason = "so",
        Severity = AlertSeverity.Critical, OpenedAt = Noon, Evidence = [LabelSet.Create([new("host", "h1")])],
    };

    /// <summary>When copies of an alert that fires on came last is not written each time, and not needed to go on.</summary>
    private static string Text(CorrelatorState state) => string.Join('\n', [
        .. state.Alerts.Select(a => $"{a.Labels} {a.IsFiring} {a.IsSilenced} {a.IsLate} {a.Episodes} {a.Verdict} {a.Reason} {a.Incident} {a.FiredAt:O} {a.Began:O} {a.GoneSince:O} {a.Until:O}").Order(StringComparer.Ordinal),
        .. state.Incidents.Select(i => JsonSerializer.Serialize(i, IncidentJson.Default.Incident)).Order(StringComparer.Ordinal),
        $"{state.Sequence} {state.Leadership.ChangedAt:O}",
    ]);

    private async Task<SqliteState> OpenAsync() => Assert.IsType<StateOpening.Opened>(await SqliteState.OpenAsync(Path.Combine(folder, "state.db"), TimeProvider.System, Cancellation)).State;
}
