using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Observing;
using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Alerting.Observing;

/// <summary>From schedules of maintenance to what the correlator has to know.</summary>
public sealed class ScheduleWatchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Take_NewMovedAndLifted_IsSaidOnce()
    {
        var watch = new ScheduleWatch([]);

        Assert.Equal(["+ a b 0 60"], Take(watch, ("a", 0, Hour), ("b", 0, Hour)));
        Assert.Empty(Take(watch, ("b", 0, Hour), ("a", 0, Hour)));
        Assert.Equal(["+ a 0 120"], Take(watch, ("a", 0, 2 * Hour), ("b", 0, Hour)));
        Assert.Equal(["- b 0", "+ b 3 60"], Take(watch, ("a", 0, 2 * Hour), ("b", 3, Hour)));
        Assert.Equal(["- a 0", "- b 3"], Take(watch));
    }

    [Fact]
    public void Take_NobodyTells_ChangesNothing()
    {
        var watch = new ScheduleWatch([]);
        Take(watch, ("a", 0, Hour));

        Assert.Empty(watch.Take(null));
        Assert.Empty(Take(watch, ("a", 0, Hour)));
    }

    [Fact]
    public void Take_AfterARestart_SaysWhatWasLiftedMeanwhileOnly()
    {
        Window[] known = [new("maintenance", "a", Noon, Noon + Hour, Noon + Hour), new("maintenance", "b", Noon, Noon + Hour, Noon + Hour), new("update-1", "c", Noon, Noon + Hour, Noon + Hour)];

        Assert.Equal(["- b 0"], Take(new(known), ("a", 0, Hour)));
    }

    [Fact]
    public void Take_OfPictures_NamesMachinesAsAgentsDo()
    {
        var observer = new ClusterObserver(new(), []);
        MaintenanceWindow window = new([new("ag-1.test", "10.0.0.1"), new("", "10.0.0.2"), new("spare.test", "10.0.0.9")], Noon, null);
        ClusterSnapshot picture = new()
        {
            TakenAt = Noon,
            Agents = [Agent("Ag-1.Test", "10.0.0.1"), Agent("ag-2.test", "10.0.0.2")],
            Maintenance = new(new HashSet<string>(), [window]),
        };

        var scheduled = Assert.IsType<ContextEvent.MaintenanceScheduled>(Assert.Single(observer.Take(picture)));

        Assert.Equal(["Ag-1.Test", "ag-2.test", "spare.test"], scheduled.Machines);
        Assert.Equal((Noon, ContextEvent.MaintenanceScheduled.Endless), (scheduled.Start, scheduled.Duration));
        Assert.Empty(observer.Take(picture with { Maintenance = null }));
        Assert.IsType<ContextEvent.MaintenanceLifted>(Assert.Single(observer.Take(picture with { Maintenance = new(new HashSet<string>(), []) })));
    }

    private static Agent Agent(string host, string ip) => new() { Id = host, Name = new(host, 5051), Address = new(ip, 5051), State = AgentState.Active, Resources = null, AsOf = Noon };

    private static List<string> Take(ScheduleWatch watch, params (string Host, double Hour, TimeSpan Length)[] windows) =>
    [
        .. watch.Take(windows.ToDictionary(w => (w.Host, Noon.AddHours(w.Hour)), w => w.Length)).Select(e => e switch
        {
            ContextEvent.MaintenanceScheduled(var machines, var start, var length) => $"+ {string.Join(' ', machines.Order())} {(start - Noon).TotalHours} {length.TotalMinutes}",
            ContextEvent.MaintenanceLifted(var machines, var start) => $"- {string.Join(' ', machines.Order())} {(start - Noon).TotalHours}",
            _ => e.ToString(),
        }),
    ];
}
