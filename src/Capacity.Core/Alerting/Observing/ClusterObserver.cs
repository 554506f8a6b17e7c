using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Cluster;

namespace Capacity.Core.Alerting.Observing;

/// <summary>Compares each picture of the cluster with the one before, and says what happened meanwhile.</summary>
public sealed class ClusterObserver
{
    /// <summary>When a process began is worked out from how long it runs; what moved by more is another process.</summary>
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(5);

    private readonly RollingWatch upgrade = new("agent upgrade");
    private readonly RollingWatch restart = new("rolling restart of masters");
    private readonly Dictionary<string, DateTimeOffset> began = [];
    private readonly ScheduleWatch schedule;
    private ObservedCluster? before;
    private bool masterLost;
    private bool marathonLost;

    /// <summary>Begins with what was known when the service stopped.</summary>
    /// <param name="known">Who led.</param>
    /// <param name="windows">The windows of changes and of maintenance.</param>
    public ClusterObserver(Leadership known, IEnumerable<Window> windows)
    {
        ArgumentNullException.ThrowIfNull(known);
        schedule = new(windows);
        (masterLost, marathonLost) = (known.MasterLostAt is not null, known.MarathonLostAt is not null);
        Unreachable = [.. known.Unreachable];
    }

    private HashSet<string> Unreachable { get; }

    /// <summary>Takes a picture.</summary>
    /// <returns>What happened since the last one; of the first, only what contradicts what was known.</returns>
    public IReadOnlyList<ContextEvent> Take(ClusterSnapshot picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var now = ObservedCluster.Of(picture);
        List<ContextEvent> events = [.. Leaders(now), .. Marathons(now), .. Agents(now), .. schedule.Take(now.Windows)];
        if (before is { } was)
        {
            events.AddRange(Maintenance(was, now));
            events.AddRange(Deployments(was, now));
            events.AddRange(upgrade.Take(now.Agents.Keys.Select(h => AgentPart(was, now, h)), was.At, now.At));
            events.AddRange(restart.Take(now.Masters.Select(m => MasterPart(m.Key, m.Value)), was.At, now.At));
        }

        foreach (var (host, at) in now.Masters)
        {
            began[host] = at ?? began.GetValueOrDefault(host);
        }

        before = now;
        return events;
    }

    private static IEnumerable<ContextEvent> Maintenance(ObservedCluster was, ObservedCluster now)
    {
        foreach (var host in now.HostsDown.Except(was.HostsDown))
        {
            yield return new ContextEvent.MachineTakenDown(Name(host, now)) { At = was.At };
        }

        foreach (var host in was.HostsDown.Except(now.HostsDown))
        {
            yield return new ContextEvent.MachineBroughtUp(Name(host, now));
        }
    }

    /// <summary>Mesos gives these names in lower case; alerts and agents may have them otherwise.</summary>
    private static string Name(string host, ObservedCluster now) => now.Agents.Keys.FirstOrDefault(a => string.Equals(a, host, StringComparison.OrdinalIgnoreCase)) ?? host;

    private static IEnumerable<ContextEvent> Deployments(ObservedCluster was, ObservedCluster now) => now.Apps
        .Where(a => was.Apps.TryGetValue(a.Key, out var old) && ((old.Version is not null && a.Value.Version is not null && old.Version != a.Value.Version) || (old.Deploying && !a.Value.Deploying)))
        .Select(a => new ContextEvent.Deployed(a.Key));

    private static RollingWatch.Part AgentPart(ObservedCluster was, ObservedCluster now, string host)
    {
        var (state, version) = now.Agents[host];
        var old = was.Agents.GetValueOrDefault(host).Version;
        return new(host, state is AgentState.Disconnected or AgentState.Unreachable or AgentState.Gone, old is not null && version is not null && old != version);
    }

    private RollingWatch.Part MasterPart(string host, DateTimeOffset? at) =>
        new(host, at is null, at is { } now && began.GetValueOrDefault(host) is var old && old != default && now - old > Jitter);

    private IEnumerable<ContextEvent> Leaders(ObservedCluster now)
    {
        if (now.Leader is { } leader)
        {
            var isAnother = before?.Leader is { } known && (known.Address != leader.Address || (leader.ElectedAt - known.ElectedAt)?.Duration() > Jitter);
            if (masterLost || isAnother)
            {
                yield return new ContextEvent.LeaderElected(IsMarathon: false);
            }

            masterLost = false;
        }
        else if (now.NobodyLeads && !masterLost)
        {
            masterLost = true;
            yield return new ContextEvent.LeaderLost(IsMarathon: false);
        }
    }

    private IEnumerable<ContextEvent> Marathons(ObservedCluster now)
    {
        if (now.Marathons.Count == 0)
        {
            yield break;
        }

        var isLost = now.Marathons.Values.Any(connected => !connected);
        if (isLost != marathonLost)
        {
            marathonLost = isLost;
            yield return isLost ? new ContextEvent.LeaderLost(IsMarathon: true) : new ContextEvent.LeaderElected(IsMarathon: true);
        }
    }

    private IEnumerable<ContextEvent> Agents(ObservedCluster now)
    {
        foreach (var (host, (state, _)) in now.Agents)
        {
            if (state is AgentState.Unreachable or AgentState.Gone)
            {
                if (Unreachable.Add(host))
                {
                    yield return new ContextEvent.AgentUnreachable(host);
                }
            }
            else if (state is not (AgentState.DownForMaintenance or AgentState.Recovered) && Unreachable.Remove(host))
            {
                yield return new ContextEvent.AgentReregistered(host);
            }
        }
    }
}
