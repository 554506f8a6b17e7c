using Capacity.Core.Cluster;

namespace Capacity.Mesos.Collection;

/// <summary>Gives containers the app that Marathon says they belong to, in the place of the one guessed from names.</summary>
internal static class AppJoin
{
    public static IReadOnlyList<Container> Join(IReadOnlyList<Container> containers, IReadOnlyList<MarathonReading> marathons)
    {
        if (marathons.Count == 0)
        {
            return containers;
        }

        var byFramework = marathons.Where(m => m.FrameworkId is not null).DistinctBy(m => m.FrameworkId).ToDictionary(m => m.FrameworkId!, m => m.AppIds);
        return [.. containers.Select(c => byFramework.TryGetValue(c.FrameworkId, out var ids) && Find(c, ids) is { } id
            ? c with { App = c.App with { Id = id } }
            : c)];
    }

    private static string? Find(Container container, IReadOnlyDictionary<string, string> ids) =>
        container.Tasks.Select(t => ids.GetValueOrDefault(t.Id)).FirstOrDefault(id => id is not null);
}
