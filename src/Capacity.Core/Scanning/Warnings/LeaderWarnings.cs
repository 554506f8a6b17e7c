using Capacity.Core.Cluster;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>What the election and the masters have to do with a scan's figures.</summary>
internal static class LeaderWarnings
{
    public static IEnumerable<ScanWarning> OfLeader(IReadOnlyList<ClusterSnapshot> pictures)
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
                    $"Warm-up after an election: the leader{elected} still waits for {(last.Leader.RecoveredAgents == 1 ? "1 agent" : $"{last.Leader.RecoveredAgents} agents")} of the previous one, counted as last known.",
                    MakesPartial: true);
                break;
        }

        var leaders = pictures.Select(p => p.Leader?.Address).OfType<HostPort>().Distinct().ToList();
        if (leaders.Count > 1)
        {
            yield return new("leader-changed", leaders[^1].ToString(), $"The leader changed during the scan: {string.Join(", then ", leaders)}.");
        }
    }

    public static IEnumerable<ScanWarning> OfMasters(ClusterSnapshot picture)
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
}
