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
        return [.. containers.Select(c => byFramework.TryGetValue(c.FrameworkId, out var ids) && Find(c, ids) is { } id && id != c.App.Id
            ? c with { App = c.App with { Id = id } }
            : c)];
    }

    /// <summary>Gives failures their app: by the task where Marathon names it too, else by what the same guess meant for running containers.</summary>
    /// <param name="failures">The failures that agents remember, with a guessed app.</param>
    /// <param name="guessed">The containers before they were joined.</param>
    /// <param name="joined">The same containers after, in the same order.</param>
    /// <param name="marathons">What the Marathons say.</param>
    public static IReadOnlyList<TaskFailure> Join(
        IEnumerable<TaskFailure> failures, IReadOnlyList<Container> guessed, IReadOnlyList<Container> joined, IReadOnlyList<MarathonReading> marathons)
    {
        var named = marathons.SelectMany(m => m.Failures).DistinctBy(f => f.TaskId).ToDictionary(f => f.TaskId, f => f.App);
        var meant = guessed.Zip(joined).DistinctBy(c => c.First.App).ToDictionary(c => c.First.App, c => c.Second.App);
        return [.. failures
            .Select(f => f with { App = named.TryGetValue(f.TaskId, out var app) || meant.TryGetValue(f.App, out app) ? app : f.App })
            .Concat(marathons.SelectMany(m => m.Failures))
            .DistinctBy(f => f.TaskId)];
    }

    private static string? Find(Container container, IReadOnlyDictionary<string, string> ids) =>
        container.Tasks.Select(t => ids.GetValueOrDefault(t.Id)).FirstOrDefault(id => id is not null);
}
