using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Tests.Alerting.Storms;

/// <summary>Builds a storm of alerts about a cluster of three zones, with the truth beside it, and runs it.</summary>
internal sealed class StormBuilder
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);
    private readonly StormOptions options;
    private readonly Random random;
    private readonly LabelPool pool = new();
    private readonly List<(double At, AlertDelivery? Copy, ContextEvent? Known)> moments = [];
    private readonly Dictionary<LabelSet, string> truth = [];
    private double end = 1200;

    public StormBuilder(StormOptions options)
    {
        this.options = options;
        random = new(options.Seed);
        var (node, zone) = options.HasOtherNames ? ("srv", "dc") : ("ag-", "z");
        for (var i = 0; i < options.Masters; i++)
        {
            var place = $"{zone}{i % 3}";
            Masters.Add(new($"{(options.HasOtherNames ? "ctl" : "cp-")}{i + 1}", place, $"{place}-r1", [Machine.ZooKeeper, Machine.Master, "marathon"]));
        }

        for (var z = 0; z < 3; z++)
        {
            for (var r = 0; r < options.Racks; r++)
            {
                for (var n = 0; n < options.PerRack; n++)
                {
                    Agents.Add(new($"{node}{z}{r:00}{n:000}", $"{zone}{z}", $"{zone}{z}-r{r + 1}", [Machine.Agent]));
                }
            }
        }
    }

    public List<Machine> Masters { get; } = [];

    public List<Machine> Agents { get; } = [];

    public List<Expectation> Expectations { get; } = [];

    public StormOptions Options => options;

    public List<Machine> Rack(int zone, int rack) => [.. Agents.Skip(((zone * options.Racks) + rack) * options.PerRack).Take(options.PerRack)];

    public List<Machine> Zone(int zone) => [.. Agents.Skip(zone * options.Racks * options.PerRack).Take(options.Racks * options.PerRack), .. Masters.Where((_, i) => i % 3 == zone)];

    public double Jitter(double most) => random.NextDouble() * most;

    public void Expect(string id, double? after = null, double delay = 120, double? notBefore = null, params string[] mayMergeWith) =>
        Expectations.Add(new(id, after, delay, notBefore ?? after ?? 0, mayMergeWith));

    public void Know(double at, ContextEvent known) => moments.Add((at, null, known));

    /// <summary>An alert that fires from one time to another, is sent every minute by one sender, and its end for five minutes.</summary>
    /// <param name="truthId">The failure it is about.</param>
    /// <param name="name">Its name.</param>
    /// <param name="severity">Its severity.</param>
    /// <param name="from">When it is sent first.</param>
    /// <param name="to">When it ends; <see langword="null"/> for never.</param>
    /// <param name="labels">What else it says.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="skew">By how many seconds the sender's clock is ahead.</param>
    /// <param name="started">When it began, where it is sent later.</param>
    public void Fire(
        string truthId, string name, string severity, double from, double? to, IEnumerable<(string Name, string Value)> labels, string sender = "prom-1", double skew = 0, double? started = null)
    {
        var set = LabelSet.Create([new("alertname", name), new("cluster", "east"), new("severity", severity), .. labels.Select(l => KeyValuePair.Create(l.Name, l.Value))], pool);
        truth[set] = truthId;
        end = Math.Max(end, (to ?? from) + 600);
        var began = Start.AddSeconds((started ?? from) + skew);
        for (var at = from; at < (to ?? end + 600); at += 60)
        {
            moments.Add((at, new(Start.AddSeconds(at), set, began, Start.AddSeconds(at + skew + 240), sender), null));
        }

        for (var at = to; at < to + 300; at += 60)
        {
            moments.Add((at.Value, new(Start.AddSeconds(at.Value), set, began, Start.AddSeconds(to!.Value + skew), sender), null));
        }
    }

    public void FireOn(
        string truthId, string name, string typical, string curated, Machine machine, double from, double? to, string sender = "prom-1", double skew = 0, double? started = null)
    {
        var labels = new List<(string, string)> { ("host", machine.Host), ("instance", $"{machine.Host}:9100"), ("job", name.ToLowerInvariant()) };
        if (options.HasPlaces)
        {
            labels.AddRange([("zone", machine.Zone!), ("rack", machine.Rack!)]);
        }

        Fire(truthId, name, options.IsCurated ? curated : typical, from, to, labels, sender, skew, started);
    }

    /// <summary>A machine goes away: what runs on it is missed after a minute, the machine itself after two.</summary>
    public void Dies(string truthId, Machine machine, double at, double? back, string sender = "prom-1", double skew = 0, bool onlyServices = false)
    {
        double? Back() => back + 10 + Jitter(30);
        var names = options.HasOtherNames
            ? (machine.IsControlPlane ? ["ZkServerDown", "MasterUnreachable", "MarathonDown", "MesosDnsDown"] : new[] { "DockerDead", "MesosSlaveDown" }, "InstanceDown", "FluentdDown")
            : (machine.IsControlPlane ? ["ZooKeeperNodeDown", "MesosMasterDown", "MarathonInstanceDown", "AdminRouterDown"] : new[] { "DockerDaemonDown", "MesosAgentDown" }, "NodeDown", "CadvisorDown");
        foreach (var (i, service) in names.Item1.Index())
        {
            FireOn(truthId, service, "critical", "warning", machine, at + (machine.IsControlPlane ? 62 : 62 + (60 * i)) + Jitter(30), Back(), sender, skew);
        }

        FireOn(truthId, names.Item3, "warning", "info", machine, at + 122 + Jitter(30), Back(), sender, skew);
        if (!onlyServices)
        {
            FireOn(truthId, names.Item2, "critical", "warning", machine, at + 122 + Jitter(30), Back(), sender, skew);
        }
    }

    public void FireApp(string truthId, string name, string severity, string app, double from, double? to, string? zone = null) =>
        Fire(truthId, name, severity, from, to, zone is null ? [("app", app)] : [("app", app), ("zone", zone)]);

    public void Announce(double at, IEnumerable<Machine> targets) =>
        Know(at, new ContextEvent.ChangeStarted("chg", "master_update", [.. targets.Select(t => t.Host)], TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(4)));

    /// <summary>Updates one master in the announced way.</summary>
    public void Update(string truthId, Machine machine, double begin, double takes, bool isAnnounced = true)
    {
        if (isAnnounced)
        {
            Know(begin, new ContextEvent.TargetBegan("chg", machine.Host));
            Know(begin + takes, new ContextEvent.TargetEnded("chg", machine.Host, Succeeded: true));
        }

        Dies(truthId, machine, begin, begin + takes);
    }

    /// <summary>Another master leads; agents register again, and those that take over a minute are missed.</summary>
    public void Failover(string truthId, double at, double slowest, IReadOnlyCollection<Machine>? never = null, string neverTruth = "")
    {
        Know(at, new ContextEvent.LeaderLost(false));
        Know(at + 11, new ContextEvent.LeaderElected(false));
        Fire(truthId, "MesosLeaderChanged", "info", at + 25 + Jitter(10), at + 600, [("job", "mesos-master")]);
        var missed = 0;
        foreach (var agent in Agents)
        {
            var isLost = never?.Contains(agent) == true;
            var back = at + 11 + (slowest * Math.Sqrt(random.NextDouble()));
            missed += back > at + 72 ? 1 : 0;
            if (isLost || back > at + 72)
            {
                FireOn(isLost ? neverTruth : truthId, "MesosAgentNotRegistered", "warning", "warning", agent, at + 72 + Jitter(30), isLost ? null : Math.Max(back, at + 105));
            }

            if (!isLost)
            {
                Know(back, new ContextEvent.AgentReregistered(agent.Host));
            }
        }

        if (slowest > 300 && missed > Agents.Count / 10)
        {
            Fire(truthId, "MesosActiveAgentsLow", "critical", at + 320 + Jitter(10), at + slowest, [("job", "mesos-master")]);
        }
    }

    /// <summary>Runs the storm, the correlator being restarted from what it can write down where a seed says so.</summary>
    public StormScore Run(params double[] restarts)
    {
        var topology = () => new Topology([.. Masters, .. Agents], (options.Masters / 2) + 1);
        var correlator = new Correlator(AlertPolicy.Default, topology(), CorrelatorState.Empty, Start);
        var score = new StormScore(Expectations, truth, Start);
        var pending = new Queue<double>(restarts);
        var ordered = moments.Where(m => (m.Known is null || options.HasContext) && m.At <= end).Select((m, i) => (m, i)).OrderBy(x => x.m.At).ThenBy(x => x.i).Select(x => x.m);
        foreach (var (at, copy, known) in ordered)
        {
            if (pending.TryPeek(out var down) && at >= down)
            {
                score.Take(correlator.Advance(Start.AddSeconds(pending.Dequeue())));
                correlator = new(AlertPolicy.Default, topology(), CorrelatorJson.Read(CorrelatorJson.Write(correlator.Save())), Start.AddSeconds(at));
            }

            var now = Start.AddSeconds(at);
            score.Take(correlator.Advance(now));
            if (copy is { } delivery)
            {
                correlator.Receive(delivery);
            }
            else
            {
                correlator.Note(known!, now);
            }
        }

        score.Take(correlator.Advance(Start.AddSeconds(end)));
        return score;
    }
}
