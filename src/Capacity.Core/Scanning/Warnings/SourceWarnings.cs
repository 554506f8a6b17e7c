using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>Servers that did not answer, do not show everything, or live in another time.</summary>
internal static class SourceWarnings
{
    private static readonly TimeSpan WorstClock = TimeSpan.FromSeconds(5);

    /// <summary>What could not be read in the last sample, and what could not be in an earlier one and can now.</summary>
    public static IEnumerable<ScanWarning> OfUnreadSources(IReadOnlyList<ClusterSnapshot> pictures)
    {
        var last = pictures[^1];
        var now = Unread(last.Sources).ToList();
        var before = Unread(pictures.SkipLast(1).SelectMany(p => p.Sources)).ExceptBy(now.Select(s => (s.Key.Kind, s.Key.Address)), s => (s.Key.Kind, s.Key.Address));
        return
        [
            .. now.Select(s => ToWarning(s, string.Empty, s.Key.Kind != SourceKind.Master || last.Leader is null || s.Key.Address == last.Leader.Address)),
            .. before.Select(s => ToWarning(s, " in an earlier sample", makesPartial: false)),
        ];
    }

    public static IEnumerable<ScanWarning> OfCredentials(IReadOnlyList<ClusterSnapshot> pictures)
    {
        var last = pictures[^1];
        var refused = last.Sources.Where(s => s.Failure is not null && s.IsOperatorCall && !IsMissing(s)).ToList();
        foreach (var call in refused.GroupBy(s => (s.Kind, s.Endpoint, s.Failure!.Reason)))
        {
            yield return new(
                "operator-call-failed",
                call.First().Address.ToString(),
                $"{call.Key.Kind} {call.Key.Endpoint} on {call.Count()} servers: {call.First().Failure!.Detail}. "
                + call.Key switch
                {
                    { Kind: SourceKind.Agent } => "Memory kills are not known there.",
                    { Endpoint: SourceReading.MaintenanceSchedule } => "Windows of maintenance are not known.",
                    _ => "When the leader was elected is not known.",
                });
        }

        // Tasks come and go between the answers of the master and of the agents; what is hidden stays hidden in every sample.
        var share = pictures.Count > 1 ? 0.02 : 0.1;
        var shortages = pictures.Reverse().Select(Shortage).TakeWhile(s => s.Missing.Cores > Math.Max(0.5, share * s.Allocated.Cores)).ToList();
        if (shortages.Count == pictures.Count)
        {
            var least = shortages.MinBy(s => s.Missing);
            yield return new(
                "partial-credentials",
                "agents",
                $"{least.Allocated} CPUs are allocated and the tasks that we were shown lack {least.Missing} of them: the credentials see only a part of the frameworks.",
                MakesPartial: true);
        }

        foreach (var agent in last.Agents.Where(a => a.Resources is { } resources && HidesReservations(resources)))
        {
            yield return new(
                "partial-credentials",
                agent.Name.ToString(),
                "The agent's reserved and unreserved parts do not add up to its total: the credentials do not see every role.",
                MakesPartial: true);
        }
    }

    /// <summary>What is allocated on agents that were read, and how much of it no task that we were shown accounts for.</summary>
    private static (CpuCores Allocated, CpuCores Missing) Shortage(ClusterSnapshot picture)
    {
        var allocated = picture.Agents.Where(a => picture.AgentsRead.Contains(a.Name)).Sum(a => a.Resources?.Allocated ?? default).Cpus;
        var shown = picture.Containers.Where(c => picture.AgentsRead.Contains(c.Agent)).Sum(c => c.Allocated).Cpus;
        return (allocated, allocated.LessOrZero(shown));
    }

    private static IEnumerable<IGrouping<(SourceKind Kind, HostPort Address, FailureReason Reason), SourceReading>> Unread(IEnumerable<SourceReading> sources) =>
        sources.Where(s => s.Failure is not null && !s.IsOperatorCall).GroupBy(s => (s.Kind, s.Address, s.Failure!.Reason));

    private static ScanWarning ToWarning(
        IGrouping<(SourceKind Kind, HostPort Address, FailureReason Reason), SourceReading> source, string when, bool makesPartial) => new(
        "source-unreadable",
        source.Key.Address.ToString(),
        $"{source.Key.Kind} {source.Key.Address}{string.Join(", ", source.Select(r => r.Endpoint).Distinct())}{when}: {source.First().Failure!.Detail}.",
        makesPartial);

    public static IEnumerable<ScanWarning> OfClocks(ClusterSnapshot picture) => picture.Sources
        .Where(s => s.ClockAhead is { } ahead && ahead.Duration() > WorstClock)
        .DistinctBy(s => s.Address)
        .Select(s => new ScanWarning(
            "clock-skew",
            s.Address.ToString(),
            $"The clock of {s.Kind} {s.Address} is {s.ClockAhead!.Value.Duration().TotalSeconds:0} s {(s.ClockAhead > TimeSpan.Zero ? "ahead of" : "behind")} ours."));

    /// <summary>Says whether agents that were asked why tasks failed would not tell.</summary>
    public static bool OperatorCallsFailed(ClusterSnapshot picture) =>
        picture.Sources.Any(s => s.Kind == SourceKind.Agent && s.IsOperatorCall && s.Failure is not null);

    private static bool HidesReservations(AgentResources resources) =>
        resources.Total.Cpus.LessOrZero((resources.Unreserved + resources.Reservations.Sum(r => r.Reserved)).Cpus).Cores > 0.01;

    /// <summary>A Mesos without schedules has nothing scheduled.</summary>
    private static bool IsMissing(SourceReading source) => source is { Endpoint: SourceReading.MaintenanceSchedule, Failure.Reason: FailureReason.NotFound };
}
