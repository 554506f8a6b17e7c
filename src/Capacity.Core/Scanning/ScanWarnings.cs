using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Scanning;

/// <summary>Finds what a reader of a scan has to know before believing its figures.</summary>
internal static class ScanWarnings
{
    private static readonly TimeSpan WorstClock = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<ScanWarning> Find(IReadOnlyList<ClusterSnapshot> pictures, IReadOnlyList<MeasuredContainer> containers)
    {
        var last = pictures[^1];
        return
        [
            .. OfLeader(pictures),
            .. OfMasters(last),
            .. OfAgents(last),
            .. OfUnreadSources(last),
            .. OfCredentials(last),
            .. OfClocks(last),
            .. OfUsage(containers, pictures.Count),
            .. OfFrameworks(last),
            .. OfQueues(last),
        ];
    }

    /// <summary>Says whether agents that were asked why tasks failed would not tell.</summary>
    public static bool OperatorCallsFailed(ClusterSnapshot picture) =>
        picture.Sources.Any(s => s.Kind == SourceKind.Agent && IsOperatorCall(s) && s.Failure is not null);

    private static bool IsOperatorCall(SourceReading source) => source.Endpoint.StartsWith("/api/v1", StringComparison.Ordinal);

    private static IEnumerable<ScanWarning> OfLeader(IReadOnlyList<ClusterSnapshot> pictures)
    {
        var last = pictures[^1];
        var elected = last.Leader?.ElectedAt is { } at ? $", elected {at:HH:mm:ss} UTC" : string.Empty;
        switch (last.Leader?.Phase)
        {
            case null:
                yield return new("no-leader", "masters", "No master leads now: agents and sums are the last known ones.", MakesPartial: true);
                break;
            case LeaderPhase.Recovering:
                yield return new(
                    "leader-recovering",
                    last.Leader.Address.ToString(),
                    $"The leader{elected} has not read its registry yet and knows no agents: agents and sums are the last known ones.",
                    MakesPartial: true);
                break;
            case LeaderPhase.WarmingUp:
                yield return new(
                    "leader-warming-up",
                    last.Leader.Address.ToString(),
                    $"Warm-up after an election: the leader{elected} still waits for {last.Leader.RecoveredAgents} agents. They are counted as last known.",
                    MakesPartial: true);
                break;
        }

        var leaders = pictures.Select(p => p.Leader?.Address).OfType<HostPort>().Distinct().ToList();
        if (leaders.Count > 1)
        {
            yield return new("leader-changed", leaders[^1].ToString(), $"The leader changed during the scan: {string.Join(", then ", leaders)}.");
        }
    }

    private static IEnumerable<ScanWarning> OfMasters(ClusterSnapshot picture)
    {
        foreach (var master in picture.Masters.Where(m => m.Blocked))
        {
            yield return new("master-blocked", master.Address.ToString(), "The master did not give its own figures in time: it is blocked or overloaded.");
        }

        foreach (var master in picture.Masters.Where(m => m.LogRecovered == false))
        {
            yield return new("master-log-not-recovered", master.Address.ToString(), "The master's replica of the registry log has not caught up.");
        }

        if (picture.Masters.FirstOrDefault(m => m.Address == picture.Leader?.Address) is { QueuedRegistryOperations: > 100 and var queued } leader)
        {
            yield return new("registry-slow", leader.Address.ToString(), $"{queued:0} writes wait for the registry: look at the masters' disks and the replicated log.");
        }
    }

    private static IEnumerable<ScanWarning> OfAgents(ClusterSnapshot picture)
    {
        foreach (var agent in picture.Agents)
        {
            var message = agent.State switch
            {
                AgentState.Active or AgentState.InMaintenance => null,
                AgentState.Disconnected => "its connection to the leader is closed: it restarts, or it is dead",
                AgentState.Deactivated => "deactivated by an operator: no new tasks",
                AgentState.Draining => "being drained: its tasks are being killed",
                AgentState.Drained => "drained, and not reactivated",
                AgentState.DownForMaintenance => "down for maintenance",
                AgentState.Unreachable => "missing: the leader gave up on it",
                AgentState.Gone => "missing: it was there before and is in no list",
                AgentState.Recovered => agent.Resources is null
                    ? "has not come back since the election, and could not be asked: its size is not known"
                    : "has not come back since the election",
                _ => throw new InvalidOperationException($"Unknown agent state {agent.State}."),
            };
            if (message is not null)
            {
                yield return new($"agent-{Code(agent.State)}", agent.Name.ToString(), $"Agent {message}.", agent is { CountsAsCapacity: true, Resources: null });
            }
        }

        var unreachable = picture.Masters.FirstOrDefault(m => m.Address == picture.Leader?.Address)?.UnreachableAgents ?? 0;
        var named = picture.Agents.Count(a => a.State == AgentState.Unreachable);
        if (unreachable > named)
        {
            yield return new(
                "agents-unreachable-unnamed",
                picture.Leader!.Address.ToString(),
                $"The leader counts {unreachable - named} more unreachable agents; it does not say which, and they are in no sum. They may be long gone: the count falls only after two weeks.");
        }
    }

    private static string Code(AgentState state) => state switch
    {
        AgentState.DownForMaintenance => "down-for-maintenance",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<ScanWarning> OfUnreadSources(ClusterSnapshot picture) => picture.Sources
        .Where(s => s.Failure is not null && !IsOperatorCall(s))
        .Select(s => new ScanWarning(
            "source-unreadable",
            s.Address.ToString(),
            $"{s.Kind} {s.Address}{s.Endpoint}: {s.Failure!.Detail}.",
            MakesPartial: s.Kind != SourceKind.Master || picture.Leader is null || s.Address == picture.Leader.Address));

    private static IEnumerable<ScanWarning> OfCredentials(ClusterSnapshot picture)
    {
        var refused = picture.Sources.Where(s => s.Failure is not null && IsOperatorCall(s)).ToList();
        foreach (var call in refused.GroupBy(s => (s.Kind, s.Endpoint, s.Failure!.Reason)))
        {
            yield return new(
                "operator-call-failed",
                call.First().Address.ToString(),
                $"{call.Key.Kind} {call.Key.Endpoint} on {call.Count()} servers: {call.First().Failure!.Detail}. "
                + (call.Key.Kind == SourceKind.Agent ? "Memory kills are not known there." : "When the leader was elected is not known."));
        }

        var read = picture.Agents.Where(a => a.Resources is not null && picture.AgentsRead.Contains(a.Name)).ToList();
        var names = read.Select(a => a.Name).ToHashSet();
        var allocated = read.Sum(a => a.Resources!.Allocated).Cpus;
        var seen = picture.Containers.Where(c => names.Contains(c.Agent)).Sum(c => c.Allocated).Cpus;
        if (allocated.LessOrZero(seen).Cores > Math.Max(0.5, 0.02 * allocated.Cores))
        {
            yield return new(
                "partial-credentials",
                "agents",
                $"{allocated} CPUs are allocated and the tasks that we were shown account for {seen}: the credentials see only a part of the frameworks.",
                MakesPartial: true);
        }

        foreach (var agent in read.Where(a => HidesReservations(a.Resources!)))
        {
            yield return new(
                "partial-credentials",
                agent.Name.ToString(),
                "The agent's reserved and unreserved parts do not add up to its total: the credentials do not see every role.",
                MakesPartial: true);
        }
    }

    private static bool HidesReservations(AgentResources resources) =>
        resources.Total.Cpus.LessOrZero((resources.Unreserved + resources.Reservations.Sum(r => r.Reserved)).Cpus).Cores > 0.01;

    private static IEnumerable<ScanWarning> OfClocks(ClusterSnapshot picture) => picture.Sources
        .Where(s => s.ClockAhead is { } ahead && ahead.Duration() > WorstClock)
        .DistinctBy(s => s.Address)
        .Select(s => new ScanWarning(
            "clock-skew",
            s.Address.ToString(),
            $"The clock of {s.Kind} {s.Address} is {s.ClockAhead!.Value.Duration().TotalSeconds:0} s {(s.ClockAhead > TimeSpan.Zero ? "ahead of" : "behind")} ours."));

    private static IEnumerable<ScanWarning> OfUsage(IReadOnlyList<MeasuredContainer> containers, int samples)
    {
        var unmeasured = containers.Count(c => c.Cpus is null);
        if (samples > 1 && unmeasured > 0)
        {
            yield return new(
                "usage-partial",
                "containers",
                $"The CPU of {unmeasured} of {containers.Count} containers is not measured: they have just started, or their agent did not say.");
        }
    }

    private static IEnumerable<ScanWarning> OfFrameworks(ClusterSnapshot picture) => picture.Frameworks
        .Where(f => f.Subscribed == false && picture.Leader?.Phase == LeaderPhase.Steady)
        .Select(f => new ScanWarning("framework-disconnected", f.Name, $"Framework {f.Name} ({f.Id}) runs tasks and is not connected to the leader."));

    private static IEnumerable<ScanWarning> OfQueues(ClusterSnapshot picture) => picture.Marathons
        .SelectMany(m => m.Queue)
        .Where(q => q.BackOff == TimeSpan.Zero)
        .Select(q => new ScanWarning(
            "app-waiting",
            q.App.ToString(),
            $"{q.Waiting} instances wait for room"
            + (q.Rejections.Count == 0 ? "." : $"; offers lacked {string.Join(", ", q.Rejections.OrderByDescending(r => r.Value).Select(r => $"{r.Key} ({r.Value})"))}.")));
}
