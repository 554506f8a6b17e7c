using Capacity.Core.Cluster;

namespace Capacity.Mesos.Collection;

/// <summary>Lets pictures of one cluster share what does not change from one to the next: all of a container but its sample.</summary>
internal static class ContainerSharing
{
    /// <summary>Gives containers as they were read, made of the parts that were there before.</summary>
    public static IReadOnlyList<Container> Share(IReadOnlyList<Container> before, IReadOnlyList<Container> fresh)
    {
        var known = before.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return [.. fresh.Select(c => known.TryGetValue(c.Id, out var was) && IsSame(was, c) ? was with { Sample = c.Sample } : c)];
    }

    private static bool IsSame(Container was, Container now) =>
        was with { Sample = now.Sample, Tasks = now.Tasks } == now && was.Tasks.Count == now.Tasks.Count && was.Tasks.Zip(now.Tasks).All(t => IsSame(t.First, t.Second));

    private static bool IsSame(ClusterTask was, ClusterTask now) =>
        was with { Labels = now.Labels } == now
        && was.Labels.Count == now.Labels.Count
        && now.Labels.All(label => was.Labels.TryGetValue(label.Key, out var value) && value == label.Value);
}
