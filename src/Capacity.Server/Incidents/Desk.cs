using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Observing;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Subjects;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.Scanning;
using Capacity.Server.Configuration;

namespace Capacity.Server.Incidents;

/// <summary>Brings alerts, announcements and pictures of the cluster to the correlator, and makes of its decisions what is stored and told. Does no I/O; used by one thread.</summary>
internal sealed class Desk
{
    private readonly Correlator correlator;
    private readonly NoticeWriter writer;
    private readonly OwnerRules owners;
    private readonly IReadOnlyList<string> appLabels;
    private readonly MachineMemory machines = new();
    private readonly ClusterObserver observer;
    private readonly HostLoads loads = new();
    private readonly Dictionary<string, int> measured;
    private readonly List<Decision> decisions = [];
    private readonly List<AnnouncedChange> announced = [];
    private DateTimeOffset latest;

    /// <summary>Begins.</summary>
    /// <param name="configuration">The cluster's name, the policy and who owns what.</param>
    /// <param name="state">What was known when the service stopped.</param>
    /// <param name="now">The time.</param>
    public Desk(ServiceConfiguration configuration, CorrelatorState state, DateTimeOffset now)
    {
        var policy = configuration.Alerts.Policy;
        correlator = new(policy, Topology.Empty, state, now);
        writer = new(configuration.ClusterName, correlator.FindMachine, TeamOf);
        (owners, appLabels, latest) = (configuration.RightSizing.Owners, policy.AppLabels, now);
        observer = new(state.Leadership, state.Windows);
        measured = state.Incidents.ToDictionary(i => i.Id, i => i.Hosts.Count);
    }

    public DateTimeOffset? NextWakeUp => correlator.NextWakeUp;

    /// <summary>Gets the correlator, to be looked at between two calls.</summary>
    public Correlator Correlator => correlator;

    /// <summary>Gets the machines that are known.</summary>
    public IReadOnlyList<Machine> Machines { get; private set; } = [];

    public void Take(IReadOnlyList<AlertChange> changes)
    {
        foreach (var change in changes)
        {
            correlator.Receive(change with { At = Reach(change.At) });
        }
    }

    public void Take(AnnouncedChange change, IReadOnlyList<ContextEvent> events, DateTimeOffset now)
    {
        Note(events, now);
        announced.Add(change);
    }

    public void Note(IEnumerable<ContextEvent> events, DateTimeOffset now)
    {
        foreach (var happened in events)
        {
            correlator.Note(happened, Reach(now));
        }
    }

    /// <summary>Looks at a new picture of the cluster.</summary>
    /// <returns>The machines, where they changed, and what happened.</returns>
    public (IReadOnlyList<Machine>? Machines, IReadOnlyList<ContextEvent> Events) Look(ScanReport report, DateTimeOffset now)
    {
        loads.Take(report);
        var known = machines.Take(report.Picture);
        if (known is not null)
        {
            Machines = known;
            correlator.Relocate(known, Reach(now));
        }

        var events = observer.Take(report.Picture);
        Note(events, now);
        return (known, events);
    }

    /// <summary>Compares what is known with the whole board.</summary>
    public void Compare(Func<Func<AlertState, bool>, IEnumerable<AlertState>> pick, DateTimeOffset now) => correlator.Compare(pick, Reach(now));

    /// <summary>Does what is due, and gives what has to be stored.</summary>
    public (IncidentBatch Batch, IReadOnlyList<Decision> Decisions) Advance(DateTimeOffset now)
    {
        decisions.AddRange(correlator.Advance(Reach(now)));
        var changes = correlator.TakeChanges();
        var batch = new IncidentBatch(changes, Radii(changes.Incidents), Teams(), writer.Write(decisions), [.. announced]);
        Decision[] decided = [.. decisions];
        decisions.Clear();
        announced.Clear();
        foreach (var incident in changes.ForgottenIncidents)
        {
            measured.Remove(incident.Id);
        }

        return (batch, decided);
    }

    /// <summary>Brings the correlator to a time: what is due before it is done before it. Times never go back.</summary>
    private DateTimeOffset Reach(DateTimeOffset now)
    {
        latest = now > latest ? now : latest;
        if (correlator.NextWakeUp <= latest)
        {
            decisions.AddRange(correlator.Advance(latest));
        }

        return latest;
    }

    private Dictionary<string, BlastRadius> Radii(IReadOnlyCollection<Incident> touched)
    {
        var radii = new Dictionary<string, BlastRadius>();
        foreach (var incident in touched.Where(i => i.Hosts.Count > 0 && i.Hosts.Count != measured.GetValueOrDefault(i.Id)))
        {
            measured[incident.Id] = incident.Hosts.Count;
            radii[incident.Id] = loads.Of(incident.Hosts, correlator.FindMachine)!;
        }

        return radii;
    }

    private Dictionary<string, string> Teams() => decisions
        .Where(d => d is { IsNews: true, Kind: DecisionKind.Page or DecisionKind.Ticket, Incident: not null })
        .Select(d => (d.Incident!.Id, Team: writer.TeamOf(d.Incident, d.Alerts)))
        .Where(t => t.Team is not null)
        .DistinctBy(t => t.Id)
        .ToDictionary(t => t.Id, t => t.Team!);

    private string? TeamOf(LabelSet labels)
    {
        var app = appLabels.Select(l => labels[l]).FirstOrDefault(a => a.Length > 0);
        return owners.Find(app ?? "", l => labels[l]) ?? (app is null ? null : loads.TeamOf(app));
    }
}
