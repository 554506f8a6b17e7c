using Capacity.Core.Cluster;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>What frameworks and their apps have to do with a scan's figures.</summary>
internal static class WorkloadWarnings
{
    public static IEnumerable<ScanWarning> OfUsage(IReadOnlyList<MeasuredContainer> containers, int samples)
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

    public static IEnumerable<ScanWarning> OfFrameworks(ClusterSnapshot picture) => picture.Frameworks
        .Where(f => f.Subscribed == false && picture.Leader?.Phase == LeaderPhase.Steady)
        .Select(f => new ScanWarning("framework-disconnected", f.Name, $"Framework {f.Name} ({f.Id}) runs tasks and is not connected to the leader."));

    public static IEnumerable<ScanWarning> OfQueues(ClusterSnapshot picture) => picture.Marathons
        .SelectMany(m => m.Queue)
        .Where(q => q.BackOff == TimeSpan.Zero)
        .Select(q => new ScanWarning(
            "app-waiting",
            q.App.ToString(),
            $"{q.Waiting} instances wait for room"
            + (q.Rejections.Count == 0 ? "." : $"; offers lacked {string.Join(", ", q.Rejections.OrderByDescending(r => r.Value).Select(r => $"{r.Key} ({r.Value})"))}.")));
}
