using Capacity.Core.Cluster;
using Capacity.Core.Tests.Packing.Clusters;

namespace Capacity.Core.Tests.Checks;

/// <summary>Builds pictures for checks: three masters, agents in zones and racks. The time is that of the look.</summary>
internal static class Clusters
{
    public static readonly HostPort[] Masters = [new("m1", 5050), new("m2", 5050), new("m3", 5050)];

    /// <summary>A cluster that is well: every zone has two racks, every rack so many agents, named <c>z1r1a1</c>.</summary>
    public static ClusterSnapshot Well(int zones = 2, int agentsOfARack = 3)
    {
        var agents = Enumerable.Range(1, zones).SelectMany(z => Enumerable.Range(1, 2), (z, r) => (z, r)).SelectMany(
            p => Enumerable.Range(1, agentsOfARack),
            (p, a) => Agents.Named($"z{p.z}r{p.r}a{a}", Generate.Vector(8, 32768)).In($"z{p.z}", $"z{p.z}r{p.r}")).ToList();
        return new()
        {
            TakenAt = default,
            Leader = new(Masters[0], LeaderPhase.Steady, Agents.Noon.AddHours(-1), 0),
            Masters = [.. Masters.Select((m, i) => new MasterReading { Address = m, Elected = i == 0, LogRecovered = true, RegistryRead = i == 0, QueuedRegistryOperations = 0 })],
            AgentsListed = true,
            Agents = agents,
            AgentsRead = agents.Select(a => a.Name).ToHashSet(),
            Sources = [.. Masters.Select(m => Answered(SourceKind.Master, m))],
        };
    }

    public static SourceReading Answered(SourceKind kind, HostPort address) => new(kind, address, "/metrics/snapshot", Agents.Noon, TimeSpan.FromMilliseconds(3));

    public static SourceReading Silent(SourceKind kind, HostPort address) => Answered(kind, address) with { Failure = new(FailureReason.Unreachable, "connection refused") };

    /// <summary>The same cluster without some masters; without a leader where that was one of them.</summary>
    public static ClusterSnapshot WithoutMasters(this ClusterSnapshot cluster, params HostPort[] gone) => cluster with
    {
        Leader = gone.Contains(cluster.Leader!.Address) ? null : cluster.Leader,
        Masters = [.. cluster.Masters.Where(m => !gone.Contains(m.Address))],
        Sources = [.. cluster.Sources.Select(s => gone.Contains(s.Address) ? Silent(s.Kind, s.Address) : s)],
    };

    /// <summary>The same cluster, led by another master since a time.</summary>
    public static ClusterSnapshot LedBy(this ClusterSnapshot cluster, int master, DateTimeOffset electedAt, LeaderPhase phase = LeaderPhase.Steady) =>
        cluster with { Leader = new(Masters[master], phase, electedAt, 0) };

    /// <summary>The same cluster, some of whose agents have another state; those that are in no list were last seen at a time.</summary>
    public static ClusterSnapshot With(this ClusterSnapshot cluster, AgentState state, DateTimeOffset asOf, params string[] hosts) => cluster with
    {
        Agents = [.. cluster.Agents.Select(a => hosts.Any(h => a.Name.Hostname.StartsWith(h, StringComparison.Ordinal)) ? a with { State = state, AsOf = asOf } : a)],
    };

    /// <summary>The same cluster, some of whose agents do not answer.</summary>
    public static ClusterSnapshot WithoutAnswers(this ClusterSnapshot cluster, params string[] hosts) => cluster with
    {
        Sources =
        [
            .. cluster.Sources,
            .. cluster.Agents.Where(a => hosts.Any(h => a.Name.Hostname.StartsWith(h, StringComparison.Ordinal))).Select(a => Silent(SourceKind.Agent, a.Address!.Value)),
        ],
    };
}
