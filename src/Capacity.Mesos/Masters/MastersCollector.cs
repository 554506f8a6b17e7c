using System.Collections.Concurrent;
using Capacity.Core.Cluster;
using Capacity.Mesos.Http;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Masters;

/// <summary>Asks every master for its own figures, finds the one that leads, and asks that one for the agents.</summary>
/// <remarks>
/// Figures are answered by any master for itself; lists only by the leader. Each master is asked at the address the user gave:
/// the address in a redirect may not resolve from here, and right after a crash it points to the dead.
/// </remarks>
internal sealed class MastersCollector(
    JsonFetcher fetcher, IReadOnlyList<Source> masters, HttpCredentials? operatorCredentials, TimeProvider time)
{
    /// <summary>The time that a master may take to collect its figures; what is not ready then is left out. Without it one stuck actor hangs the request.</summary>
    private const string Metrics = "/metrics/snapshot?timeout=4secs";

    private readonly ConcurrentDictionary<HostPort, DateTimeOffset> electedAt = new();

    public async Task<MastersReading> CollectAsync(CancellationToken cancellationToken)
    {
        var figures = await Task.WhenAll(masters.Select(m => FiguresAsync(m, cancellationToken)));
        var readings = figures.Where(f => f.Reading is not null).Select(f => f.Reading!).ToList();
        var sources = figures.Select(f => f.Source).ToList();

        // Two masters say that they lead when an election falls between two requests; the one that still leads lists the agents.
        foreach (var leading in readings.Where(r => r.Elected == true).OrderByDescending(r => r.RegistryRead))
        {
            if (await ListAsync(masters.First(m => m.Address == leading.Address), leading, readings, sources, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return await FollowToLeaderAsync(readings, sources, cancellationToken)
            ?? new() { Masters = readings, Sources = sources };
    }

    /// <summary>For users who name a standby only: asks whoever it takes for the leader, without credentials, for it was not named.</summary>
    private async Task<MastersReading?> FollowToLeaderAsync(
        List<MasterReading> readings, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        var standbys = readings.Where(r => r.Elected == false).Select(r => masters.First(m => m.Address == r.Address));
        foreach (var standby in standbys)
        {
            var redirect = await fetcher.GetAsync(standby, "/redirect", MesosJson.Default.SlavesJson, cancellationToken);
            if (redirect.Headers.Location is not { } location || masters.Any(m => m.Address == HostPort.Of(location)))
            {
                continue;
            }

            var leader = new Source(SourceKind.Master, new UriBuilder(location) { Path = "/", Query = null }.Uri, null);
            var figures = await FiguresAsync(leader, cancellationToken);
            sources.Add(figures.Source);
            if (figures.Reading is { Elected: true } leading
                && await ListAsync(leader, leading, [.. readings, leading], sources, cancellationToken) is { } found)
            {
                return found with { LeaderNamed = false };
            }
        }

        return null;
    }

    private async Task<(MasterReading? Reading, SourceReading Source)> FiguresAsync(Source master, CancellationToken cancellationToken)
    {
        var metrics = await fetcher.GetAsync(master, Metrics, MesosJson.Default.MetricsJson, cancellationToken);
        return (metrics.Value?.ToReading(master.Address), metrics.Reading);
    }

    private async Task<MastersReading?> ListAsync(
        Source leader, MasterReading leading, List<MasterReading> readings, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        var slaves = await fetcher.GetAsync(leader, "/slaves", MesosJson.Default.SlavesJson, cancellationToken);
        sources.Add(slaves.Reading);
        if (slaves.Reading.Failure is { Reason: FailureReason.Redirected })
        {
            return null;
        }

        var maintenance = await fetcher.GetAsync(leader, "/maintenance/status", MesosJson.Default.MaintenanceStatusJson, cancellationToken);
        sources.Add(maintenance.Reading);
        var draining = Hosts(maintenance.Value?.DrainingMachines?.Select(m => m.Id));
        var agents = Agents(slaves.Value)
            .Select(a => a.State == AgentState.Active && draining.Contains(a.Name.Hostname.ToLowerInvariant()) ? a with { State = AgentState.InMaintenance } : a)
            .ToList();
        var recovered = agents.Count(a => a.State == AgentState.Recovered);
        return new()
        {
            Masters = readings,
            Sources = sources,
            AgentsListed = slaves.Succeeded && leading.RegistryRead,
            Agents = agents,
            HostsDown = Hosts(maintenance.Value?.DownMachines),
            Leader = new(
                leader.Address,
                !leading.RegistryRead ? LeaderPhase.Recovering : recovered > 0 ? LeaderPhase.WarmingUp : LeaderPhase.Steady,
                await ElectedAtAsync(leader, sources, cancellationToken),
                recovered),
        };
    }

    private List<Agent> Agents(SlavesJson? slaves)
    {
        var asOf = time.GetUtcNow();
        return [.. (slaves?.Slaves ?? []).Select(s => AgentMapping.Registered(s, asOf))
            .Concat((slaves?.RecoveredSlaves ?? []).Select(s => AgentMapping.Recovered(s, asOf)))
            .OfType<Agent>()
            .DistinctBy(a => a.Name)];
    }

    /// <summary>Asks once for each election. The call takes the operator's credentials, and the answer is a nicety.</summary>
    private async Task<DateTimeOffset?> ElectedAtAsync(Source leader, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        if (electedAt.TryGetValue(leader.Address, out var known) && electedAt.Count == 1)
        {
            return known;
        }

        electedAt.Clear();
        var info = await fetcher.CallAsync(
            leader with { Credentials = leader.Credentials is null ? null : operatorCredentials ?? leader.Credentials },
            "GET_MASTER",
            MesosJson.Default.MasterInfoJson,
            cancellationToken);
        sources.Add(info.Reading);
        if (Scalars.ToTime(info.Value?.GetMaster?.ElectedTime) is { } at)
        {
            electedAt[leader.Address] = at;
            return at;
        }

        return null;
    }

    private static HashSet<string> Hosts(IEnumerable<MaintenanceStatusJson.MachineIdJson?>? machines) =>
        [.. (machines ?? []).Select(m => m?.Hostname?.ToLowerInvariant()).OfType<string>()];
}
