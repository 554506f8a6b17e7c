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
    JsonFetcher fetcher, IReadOnlyList<Source> masters, HttpCredentials? operatorCredentials, HttpLimits limits, TimeProvider time)
{
    /// <summary>Who is not allowed to read the schedule is not allowed a quarter of a minute later either.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(10);

    private static readonly FailureReason[] Refusals = [FailureReason.Unauthorized, FailureReason.Forbidden, FailureReason.NotFound];

    private static readonly TimeSpan LongestWaitForFigures = TimeSpan.FromSeconds(4);

    private readonly string metrics = Metrics(limits.Timeout);
    private volatile Election? lastElection;
    private volatile Refusal? lastRefusal;

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
        var asked = masters.Select(m => m.Address).ToHashSet();
        foreach (var standby in standbys)
        {
            var redirect = await fetcher.GetAsync(standby, "/redirect", MesosJson.Default.SlavesJson, cancellationToken);
            if (redirect.Headers.Location is not { } location || !asked.Add(HostPort.Of(location)))
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
        var figures = (await fetcher.GetAsync(master, metrics, MesosJson.Default.MetricsJson, cancellationToken))
            .Unless(m => m.IsMaster, "the answer holds no figures of a master");
        return (figures.Value?.ToReading(master.Address), figures.Reading);
    }

    private async Task<MastersReading?> ListAsync(
        Source leader, MasterReading leading, List<MasterReading> readings, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        var slaves = (await fetcher.GetAsync(leader, "/slaves", MesosJson.Default.SlavesJson, cancellationToken))
            .Unless(s => s.Slaves is not null, "the answer holds no list of agents");
        sources.Add(slaves.Reading);
        if (slaves.Reading.Failure is { Reason: FailureReason.Redirected })
        {
            return null;
        }

        if (slaves.Reading.Failure is { IsSilence: true })
        {
            return new() { Masters = readings, Sources = sources, Leader = new(leader.Address, PhaseOf(leading, 0), null, 0) };
        }

        var maintenance = await fetcher.GetAsync(leader, "/maintenance/status", MesosJson.Default.MaintenanceStatusJson, cancellationToken);
        sources.Add(maintenance.Reading);
        var draining = Hosts(maintenance.Value?.DrainingMachines.Present().Select(m => m.Id));
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
            Maintenance = maintenance.Succeeded && leading.RegistryRead
                ? new(Hosts(maintenance.Value?.DownMachines), await ScheduleAsync(leader, sources, cancellationToken))
                : null,
            Leader = new(
                leader.Address,
                PhaseOf(leading, recovered),
                await ElectedAtAsync(leader, leading, sources, cancellationToken),
                recovered),
        };
    }

    private static LeaderPhase PhaseOf(MasterReading leading, int recovered) =>
        !leading.RegistryRead ? LeaderPhase.Recovering : recovered > 0 ? LeaderPhase.WarmingUp : LeaderPhase.Steady;

    private List<Agent> Agents(SlavesJson? slaves)
    {
        var asOf = time.GetUtcNow();
        return AgentNames.Tell(
            [.. (slaves?.Slaves).Present().Select(s => AgentMapping.Registered(s, asOf)).OfType<Agent>()],
            [.. (slaves?.RecoveredSlaves).Present().Select(s => AgentMapping.Recovered(s, asOf)).OfType<Agent>()]);
    }

    /// <summary>
    /// Asks once for each election: a leader that loses one ends its process, so the same process leads by the same one. The call
    /// takes the operator's credentials and is refused until the registry is read, and the answer is a nicety.
    /// </summary>
    private async Task<DateTimeOffset?> ElectedAtAsync(
        Source leader, MasterReading leading, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        if (lastElection is { } last && last.Leader == leader.Address && leading.Uptime >= last.Uptime)
        {
            return last.At;
        }

        if (!leading.RegistryRead)
        {
            return null;
        }

        var info = await fetcher.CallAsync(AsOperator(leader), "GET_MASTER", MesosJson.Default.MasterInfoJson, cancellationToken);
        sources.Add(info.Reading);
        if (Scalars.ToTime(info.Value?.GetMaster?.ElectedTime) is not { } at)
        {
            return null;
        }

        lastElection = new(leader.Address, leading.Uptime, at);
        return at;
    }

    /// <summary>Reads the windows that are scheduled. The schedule takes the operator's credentials; a leader that refuses is left alone for a while.</summary>
    private async Task<IReadOnlyList<MaintenanceWindow>?> ScheduleAsync(Source leader, List<SourceReading> sources, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (lastRefusal is { } refusal && refusal.Leader == leader.Address && now - refusal.At < AskAgain)
        {
            return null;
        }

        var schedule = await fetcher.GetAsync(AsOperator(leader), SourceReading.MaintenanceSchedule, MesosJson.Default.MaintenanceScheduleJson, cancellationToken);
        sources.Add(schedule.Reading);
        lastRefusal = schedule.Reading.Failure is { } failure && Refusals.Contains(failure.Reason) ? new(leader.Address, now) : null;
        return schedule.Succeeded ? schedule.Value!.ToWindows() : null;
    }

    /// <summary>Operators' credentials go to masters that the user named.</summary>
    private Source AsOperator(Source leader) =>
        leader with { Credentials = masters.Any(m => m.Address == leader.Address) ? operatorCredentials ?? leader.Credentials : null };

    private static HashSet<string> Hosts(IEnumerable<MaintenanceStatusJson.MachineIdJson?>? machines) =>
        [.. machines.Present().Select(m => m.Hostname?.ToLowerInvariant()).OfType<string>()];

    /// <summary>
    /// A master leaves out what it has not collected in time; without a time one stuck actor hangs the request. Ours has to end first,
    /// or a blocked master would give nothing at all.
    /// </summary>
    private static string Metrics(TimeSpan timeout)
    {
        var wait = timeout * 0.8 < LongestWaitForFigures ? timeout * 0.8 : LongestWaitForFigures;
        var duration = wait == LongestWaitForFigures ? $"{wait.TotalSeconds:0}secs" : $"{Math.Max(1, (long)wait.TotalMilliseconds)}ms";
        return $"/metrics/snapshot?timeout={duration}";
    }

    private sealed record Refusal(HostPort Leader, DateTimeOffset At);

    private sealed record Election(HostPort Leader, TimeSpan? Uptime, DateTimeOffset At);
}
