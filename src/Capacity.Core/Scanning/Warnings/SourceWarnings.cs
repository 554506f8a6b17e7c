using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>Servers that did not answer, do not show everything, or live in another time.</summary>
internal static class SourceWarnings
{
    private static readonly TimeSpan WorstClock = TimeSpan.FromSeconds(5);

    public static IEnumerable<ScanWarning> OfUnreadSources(ClusterSnapshot picture) => picture.Sources
        .Where(s => s.Failure is not null && !IsOperatorCall(s))
        .GroupBy(s => (s.Kind, s.Address, s.Failure!.Reason))
        .Select(s => new ScanWarning(
            "source-unreadable",
            s.Key.Address.ToString(),
            $"{s.Key.Kind} {s.Key.Address}{string.Join(", ", s.Select(r => r.Endpoint).Distinct())}: {s.First().Failure!.Detail}.",
            MakesPartial: s.Key.Kind != SourceKind.Master || picture.Leader is null || s.Key.Address == picture.Leader.Address));

    public static IEnumerable<ScanWarning> OfCredentials(ClusterSnapshot picture)
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

    public static IEnumerable<ScanWarning> OfClocks(ClusterSnapshot picture) => picture.Sources
        .Where(s => s.ClockAhead is { } ahead && ahead.Duration() > WorstClock)
        .DistinctBy(s => s.Address)
        .Select(s => new ScanWarning(
            "clock-skew",
            s.Address.ToString(),
            $"The clock of {s.Kind} {s.Address} is {s.ClockAhead!.Value.Duration().TotalSeconds:0} s {(s.ClockAhead > TimeSpan.Zero ? "ahead of" : "behind")} ours."));

    /// <summary>Says whether agents that were asked why tasks failed would not tell.</summary>
    public static bool OperatorCallsFailed(ClusterSnapshot picture) =>
        picture.Sources.Any(s => s.Kind == SourceKind.Agent && IsOperatorCall(s) && s.Failure is not null);

    private static bool HidesReservations(AgentResources resources) =>
        resources.Total.Cpus.LessOrZero((resources.Unreserved + resources.Reservations.Sum(r => r.Reserved)).Cpus).Cores > 0.01;

    private static bool IsOperatorCall(SourceReading source) => source.Endpoint.StartsWith("/api/v1", StringComparison.Ordinal);
}
