using Capacity.Core.Cluster;

namespace Capacity.Core.Checks;

/// <summary>What of the last looks checks have to remember: who led, how agents were before they were lost, what the registry wrote.</summary>
public sealed class CheckPast
{
    private static readonly TimeSpan ElectionMemory = TimeSpan.FromHours(24);

    /// <summary>How far two dates of the same election may be apart.</summary>
    private static readonly TimeSpan SameElection = TimeSpan.FromSeconds(2);

    private readonly List<DateTimeOffset> leaderChanges = [];
    private readonly Dictionary<AgentName, AgentState> lastListed = [];
    private readonly HashSet<string> marathons = new(StringComparer.Ordinal);
    private readonly Dictionary<HostPort, string> masters = [];
    private Leader? leader;
    private (HostPort Master, double? Milliseconds, double? Count) lastWrite;

    /// <summary>Gets when another leader was first seen, the oldest first. The one that led when the service began is none of them.</summary>
    public IReadOnlyList<DateTimeOffset> LeaderChanges => leaderChanges;

    /// <summary>Gets since when the present leader leads, by our clock; <see langword="null"/> where none does.</summary>
    public DateTimeOffset? LeaderSince { get; private set; }

    /// <summary>Gets when the leader's last write of the registry was first seen; <see langword="null"/> where none was since the service began.</summary>
    public DateTimeOffset? RegistryWrittenAt { get; private set; }

    /// <summary>Gets the names of the Marathons that have answered since the service began.</summary>
    public IReadOnlyCollection<string> Marathons => marathons;

    /// <summary>Finds how an agent was when the leader listed it last; <see langword="null"/> where that is not known.</summary>
    public AgentState? LastListed(AgentName agent) => lastListed.TryGetValue(agent, out var state) ? state : null;

    /// <summary>Finds the host name that a master announced when it last stood for election; <see langword="null"/> where that is not known, or others announced the same.</summary>
    public string? HostOf(HostPort master) => masters.GetValueOrDefault(master) is { } name && masters.Values.Count(n => n == name) == 1 ? name : null;

    /// <summary>Remembers a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="now">The time.</param>
    public void Note(ClusterSnapshot picture, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(picture);
        NoteLeader(picture, now);
        NoteWrites(picture, now);
        foreach (var agent in picture.Agents.Where(a => a.State is not (AgentState.Unreachable or AgentState.Gone or AgentState.Recovered)))
        {
            lastListed[agent.Name] = agent.State;
        }

        foreach (var candidate in picture.ZooKeeper?.Election is MasterElectionOutcome.Read(var election) ? election.Candidates : [])
        {
            if (candidate is { Address: { } address, Hostname.Length: > 0 })
            {
                masters[address] = candidate.Hostname;
            }
        }

        foreach (var name in picture.Marathons.Select(m => MarathonName(m, picture)).OfType<string>())
        {
            marathons.Add(name);
        }
    }

    /// <summary>Says how a Marathon is called; <see langword="null"/> where nobody says.</summary>
    public static string? MarathonName(MarathonReading marathon, ClusterSnapshot picture)
    {
        ArgumentNullException.ThrowIfNull(marathon);
        ArgumentNullException.ThrowIfNull(picture);
        return picture.Frameworks.FirstOrDefault(f => f.Id == marathon.FrameworkId)?.Name ?? marathon.Apps.Select(a => a.Key.Framework).FirstOrDefault();
    }

    private void NoteLeader(ClusterSnapshot picture, DateTimeOffset now)
    {
        if (picture.Leader is not { } current)
        {
            LeaderSince = null;
            return;
        }

        if (leader is null)
        {
            LeaderSince = current.ElectedAt < now ? current.ElectedAt : now;
        }
        else if (IsAnotherElection(leader, current))
        {
            leaderChanges.Add(now);
            LeaderSince = now;
        }

        LeaderSince ??= now;
        leader = current with { ElectedAt = current.ElectedAt ?? (leader?.Address == current.Address ? leader.ElectedAt : null) };
        leaderChanges.RemoveAll(c => now - c > ElectionMemory);
    }

    private static bool IsAnotherElection(Leader before, Leader now) =>
        before.Address != now.Address || (before.ElectedAt is { } was && now.ElectedAt is { } at && (at - was).Duration() > SameElection);

    private void NoteWrites(ClusterSnapshot picture, DateTimeOffset now)
    {
        if (picture.Masters.FirstOrDefault(m => m.Address == picture.Leader?.Address) is not { } master)
        {
            return;
        }

        double? Figure(string name) => master.Figures.TryGetValue(name, out var value) ? value : null;
        var write = (master.Address, Figure("registrar/state_store_ms"), Figure("registrar/state_store_ms/count"));
        if (lastWrite.Master == master.Address && lastWrite != write)
        {
            RegistryWrittenAt = now;
        }
        else if (lastWrite.Master != master.Address)
        {
            RegistryWrittenAt = null;
        }

        lastWrite = write;
    }
}
