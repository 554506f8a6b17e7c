using Capacity.Core.Alerting.Context;
using Capacity.Core.Cluster;

namespace Capacity.Core.Alerting.Observing;

/// <summary>What of a picture of the cluster has to be compared with the next one.</summary>
internal sealed record ObservedCluster
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the leading master and when it was elected; <see langword="null"/> where none leads, or nobody can tell.</summary>
    public (HostPort Address, DateTimeOffset? ElectedAt)? Leader { get; init; }

    /// <summary>Gets whether it is known that no master leads: one answered and says so, or none stands for election.</summary>
    public bool NobodyLeads { get; init; }

    /// <summary>Gets the frameworks of Marathons, and whether they are connected.</summary>
    public IReadOnlyDictionary<string, bool> Marathons { get; init; } = new Dictionary<string, bool>();

    public IReadOnlyDictionary<string, (AgentState State, string? Version)> Agents { get; init; } = new Dictionary<string, (AgentState, string?)>();

    /// <summary>Gets the masters by host, with when their process began; <see langword="null"/> for one that did not answer.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset?> Masters { get; init; } = new Dictionary<string, DateTimeOffset?>();

    public IReadOnlySet<string> HostsDown { get; init; } = new HashSet<string>();

    /// <summary>Gets the windows of maintenance, machine by machine, with their lengths; <see langword="null"/> where the leader does not tell.</summary>
    public IReadOnlyDictionary<(string Host, DateTimeOffset Start), TimeSpan>? Windows { get; init; }

    public IReadOnlyDictionary<string, (string? Version, bool Deploying)> Apps { get; init; } = new Dictionary<string, (string?, bool)>();

    public static ObservedCluster Of(ClusterSnapshot picture)
    {
        var marathons = picture.Marathons.Select(m => m.FrameworkId).OfType<string>().ToHashSet();
        return new()
        {
            At = picture.MastersAt,
            Leader = picture.Leader is { } leader ? (leader.Address, leader.ElectedAt) : null,
            NobodyLeads = picture.Leader is null
                && (picture.Masters.Any(m => m.Elected is not null) || picture.ZooKeeper?.Election is MasterElectionOutcome.Read { Election.Candidates.Count: 0 }),
            Marathons = picture.Frameworks.Where(f => marathons.Contains(f.Id) && f.Subscribed is not null).DistinctBy(f => f.Id).ToDictionary(f => f.Id, f => f.Subscribed!.Value),
            Agents = picture.Agents.GroupBy(a => a.Name.Hostname).ToDictionary(g => g.Key, g => g.OrderByDescending(a => a.CountsAsCapacity).Select(a => (a.State, a.Version)).First()),
            Masters = Beginnings(picture),
            HostsDown = picture.HostsDown,
            Windows = WindowsOf(picture),
            Apps = picture.Marathons.SelectMany(m => m.Apps).GroupBy(a => a.Key.Id).ToDictionary(g => g.Key, g => (g.First().Version, g.First().Deploying)),
        };
    }

    /// <summary>Agents are known by the names that they announce, other machines by what the operator said.</summary>
    private static Dictionary<(string Host, DateTimeOffset Start), TimeSpan>? WindowsOf(ClusterSnapshot picture)
    {
        if (picture.Maintenance?.Windows is not { } windows)
        {
            return null;
        }

        var agents = windows.Count > 0 ? picture.Agents.ToLookup(a => a.Name.Hostname, StringComparer.OrdinalIgnoreCase) : null;
        return windows.SelectMany(w => w.Machines, (w, m) => (Host: HostOf(m), w.Start, Length: w.Duration ?? ContextEvent.MaintenanceScheduled.Endless))
            .GroupBy(w => (w.Host, w.Start))
            .ToDictionary(g => g.Key, g => g.Max(w => w.Length));

        string HostOf(MaintenanceMachine machine) =>
            (machine.Hostname.Length > 0 ? agents![machine.Hostname] : picture.Agents.Where(machine.Has)).FirstOrDefault()?.Name.Hostname ?? machine.Name;
    }

    /// <summary>Several masters at one address are processes of a test on one machine: they are told apart by their port.</summary>
    private static Dictionary<string, DateTimeOffset?> Beginnings(ClusterSnapshot picture)
    {
        var asked = picture.Sources.Where(s => s.Kind == SourceKind.Master).Select(s => s.Address).Concat(picture.Masters.Select(m => m.Address)).Distinct().ToList();
        var shared = asked.CountBy(a => a.Host).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
        return asked.ToDictionary(
            a => shared.Contains(a.Host) ? a.ToString() : a.Host,
            a => picture.Masters.FirstOrDefault(m => m.Address == a)?.Uptime is { } uptime ? picture.MastersAt - uptime : (DateTimeOffset?)null);
    }
}
