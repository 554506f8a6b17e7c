using Capacity.Core.Cluster;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>What frameworks and their apps have to do with a scan's figures.</summary>
internal static class WorkloadWarnings
{
    /// <summary>The share of the containers that ran all the time without a CPU figure, from which on the sums of CPU lack too much.</summary>
    private const double TooManyUnmeasured = 0.1;

    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    /// <summary>Containers that have just started have no CPU figure, and need none; the others should.</summary>
    public static IEnumerable<ScanWarning> OfUsage(IReadOnlyList<ClusterSnapshot> pictures, IReadOnlyList<MeasuredContainer> containers)
    {
        var first = pictures[0].Containers.Select(c => c.Id).ToHashSet();
        var old = containers.Where(c => first.Contains(c.Container.Id)).ToList();
        var unmeasured = old.Count(c => c.Cpus is null);
        if (pictures.Count > 1 && unmeasured > 0)
        {
            yield return new(
                "usage-partial",
                "containers",
                $"The CPU of {unmeasured} of the {old.Count} containers that ran all the time is not measured: their agents did not say, or the samples are too close together.",
                unmeasured > TooManyUnmeasured * old.Count);
        }
    }

    public static IEnumerable<ScanWarning> OfFrameworks(ClusterSnapshot picture) => picture.Frameworks
        .Where(f => f.Subscribed == false && picture.Leader?.Phase == LeaderPhase.Steady)
        .Select(f => new ScanWarning("framework-disconnected", f.Name, $"Framework {f.Name} ({f.Id}) runs tasks and is not connected to the leader."));

    public static IEnumerable<ScanWarning> OfQueues(ClusterSnapshot picture) => picture.Marathons
        .SelectMany(m => m.Queue)
        .Where(q => q.BackOff == TimeSpan.Zero && (q.Rejections.Count > 0 || picture.TakenAt - q.Since > LongWait))
        .Select(q => new ScanWarning(
            "app-waiting",
            q.App.ToString(),
            $"{q.Waiting} instances wait for room"
            + (q.Rejections.Count == 0 ? "." : $"; offers lacked {string.Join(", ", q.Rejections.OrderByDescending(r => r.Value).Select(r => $"{r.Key} ({r.Value})"))}.")));
}
