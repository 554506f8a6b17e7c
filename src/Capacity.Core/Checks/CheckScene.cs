using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.Measures;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.Scanning;

namespace Capacity.Core.Checks;

/// <summary>Everything that checks may look at, at one moment.</summary>
public sealed class CheckScene
{
    private static readonly TimeSpan LeastStale = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LeastStaleZooKeeper = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan StalePacking = TimeSpan.FromMinutes(15);
    private const int MostIntervals = 3;

    private readonly Lazy<Dictionary<AppKey, string>> teams;

    /// <summary>Initialises it.</summary>
    /// <param name="report">The latest report; <see langword="null"/> before the first collection.</param>
    /// <param name="packing">The latest packing report; <see langword="null"/> for none.</param>
    /// <param name="service">How the service itself does.</param>
    /// <param name="past">What was before.</param>
    /// <param name="owners">Who owns apps.</param>
    /// <param name="now">The time.</param>
    public CheckScene(ScanReport? report, PackingReport? packing, ServiceCondition service, CheckPast past, OwnerRules owners, DateTimeOffset now)
    {
        (Report, Packing, Service, Past, Now) = (report, packing, service, past, now);
        teams = new(() => Teams(owners));
    }

    /// <summary>Gets the latest report; <see langword="null"/> before the first collection.</summary>
    public ScanReport? Report { get; }

    /// <summary>Gets the latest picture of the cluster. Only a check of the service itself may meet a time before the first.</summary>
    /// <exception cref="InvalidOperationException">Nothing was collected yet.</exception>
    public ClusterSnapshot Picture => Report?.Picture ?? throw new InvalidOperationException("Nothing was collected yet.");

    /// <summary>Gets the latest packing report; <see langword="null"/> for none.</summary>
    public PackingReport? Packing { get; }

    /// <summary>Gets how the service itself does.</summary>
    public ServiceCondition Service { get; }

    /// <summary>Gets what was before.</summary>
    public CheckPast Past { get; }

    /// <summary>Gets the time.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Says why what a check looks at is not there, or is too old to be called the present; <see langword="null"/> where it is there.</summary>
    public string? BlindnessOf(CheckBasis basis) => basis switch
    {
        CheckBasis.Service => null,
        _ when Report is null => "nothing was collected yet",
        CheckBasis.Masters => TooOld("the masters were asked", Picture.MastersAt, Service.MastersInterval, LeastStale),
        CheckBasis.Collection => TooOld("the cluster was collected", Picture.TakenAt, Service.Interval, LeastStale),
        CheckBasis.ZooKeeper => Picture.ZooKeeper is { } zooKeeper
            ? TooOld("ZooKeeper was read", zooKeeper.At, Service.ZooKeeperInterval, LeastStaleZooKeeper)
            : "ZooKeeper is not looked at",
        CheckBasis.Packing => Packing is { } packing ? TooOld("packing was measured", packing.At, StalePacking / MostIntervals, StalePacking) : "packing was not measured yet",
        _ => throw new InvalidOperationException($"Unknown basis {basis}."),
    };

    /// <summary>Makes the labels of an app.</summary>
    public LabelSet LabelsOf(AppKey app) =>
        LabelSet.Create([new("framework", app.Framework), new("app", app.Id), new("team", teams.Value.GetValueOrDefault(app, ""))]);

    /// <summary>Makes the labels of an agent: its host, its name where it has a port of its own, and where it stands.</summary>
    public static LabelSet LabelsOf(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        var name = agent.Name.ToString();
        return LabelSet.Create(
            [new("host", agent.Name.Hostname), new("agent", name == agent.Name.Hostname ? "" : name), new("zone", agent.Zone ?? ""), new("rack", agent.Rack ?? "")]);
    }

    /// <summary>Makes the labels of a server that is no agent.</summary>
    /// <param name="kind">What it is: <c>master</c>, <c>marathon</c> or <c>zookeeper</c>, which names the label with its address.</param>
    /// <param name="address">Its address.</param>
    public LabelSet LabelsOf(string kind, HostPort address) => LabelSet.Create([new("host", Past.HostOf(address) ?? address.Host), new(kind, address.ToString())]);

    private string? TooOld(string what, DateTimeOffset at, TimeSpan interval, TimeSpan least)
    {
        var most = MostIntervals * interval > least ? MostIntervals * interval : least;
        return Now - at > most ? $"{what} {(Now - at).TotalMinutes:0} min ago" : null;
    }

    private Dictionary<AppKey, string> Teams(OwnerRules owners)
    {
        var said = (Report?.Apps ?? []).Where(a => a.Team is not null).ToDictionary(a => a.Key, a => a.Team!);
        foreach (var app in (Report?.Picture.Marathons ?? []).SelectMany(m => m.Apps))
        {
            if (owners.Find(app.Key.Id, app.Labels) is { } team)
            {
                said[app.Key] = team;
            }
        }

        return said;
    }
}
