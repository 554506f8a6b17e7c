using Capacity.Core.Units;

namespace Capacity.Core.Cluster;

/// <summary>The cluster at one moment, with what could not be read said beside what was.</summary>
public sealed record ClusterSnapshot
{
    private static readonly HashSet<string> NoHosts = [];

    /// <summary>Gets when the collection began.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Gets when the masters were asked: later than <see cref="TakenAt"/> where they alone were asked again since.</summary>
    public DateTimeOffset MastersAt
    {
        get => field == default ? TakenAt : field;
        init;
    }

    /// <summary>Gets the leading master; <see langword="null"/> where none could be found.</summary>
    public Leader? Leader { get; init; }

    /// <summary>Gets every master that answered.</summary>
    public IReadOnlyList<MasterReading> Masters { get; init; } = [];

    /// <summary>Gets the agents, sorted by name.</summary>
    public IReadOnlyList<Agent> Agents { get; init; } = [];

    /// <summary>Gets a value indicating whether the leader listed its agents this time. Where it did not, an absent agent means nothing.</summary>
    public bool AgentsListed { get; init; }

    /// <summary>Gets what the leader says of maintenance; <see langword="null"/> where it did not say, or does not know yet.</summary>
    public MaintenanceReading? Maintenance { get; init; }

    /// <summary>Gets the host names that an operator has taken down for maintenance, in lower case.</summary>
    public IReadOnlySet<string> HostsDown => Maintenance?.HostsDown ?? NoHosts;

    /// <summary>Gets the windows of maintenance that are scheduled, as far as the leader tells.</summary>
    public IReadOnlyList<MaintenanceWindow> MaintenanceWindows => Maintenance?.Windows ?? [];

    /// <summary>Gets the frameworks that run something.</summary>
    public IReadOnlyList<Framework> Frameworks { get; init; } = [];

    /// <summary>Gets the containers.</summary>
    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>Gets the tasks that ended against the will of their framework, as far back as agents and Marathon remember.</summary>
    public IReadOnlyList<TaskFailure> Failures { get; init; } = [];

    /// <summary>Gets what each Marathon says.</summary>
    public IReadOnlyList<MarathonReading> Marathons { get; init; } = [];

    /// <summary>Gets what ZooKeeper says; <see langword="null"/> where none was asked.</summary>
    public ZooKeeperOverview? ZooKeeper { get; init; }

    /// <summary>Gets every endpoint that was asked, and how that went.</summary>
    public IReadOnlyList<SourceReading> Sources { get; init; } = [];

    /// <summary>Gets the agents whose containers are in this snapshot; of the others nothing is known this time.</summary>
    public IReadOnlySet<AgentName> AgentsRead { get; init; } = new HashSet<AgentName>();

    /// <summary>Gets a value indicating whether agents or containers of an earlier snapshot stand in for ones that could not be read.</summary>
    public bool Held { get; init; }

    /// <summary>Gets a value indicating whether there is a leader that has read its registry, and the size of every agent it counts on is known.</summary>
    public bool KnowsItsAgents =>
        Leader is { Phase: not LeaderPhase.Recovering } && AgentsListed && Agents.All(a => a.Resources is not null || !a.CountsAsCapacity);

    /// <summary>Gets what the agents that count as capacity have in all; agents of unknown size add nothing.</summary>
    public ResourceVector Total => Agents.Where(a => a.CountsAsCapacity).Sum(a => a.Resources?.Total ?? default);
}
