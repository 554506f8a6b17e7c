using Capacity.Core.Cluster;

namespace Capacity.Mesos.Collection;

/// <summary>Gives what Marathons say the names that their frameworks registered with, in the place of what they call themselves, or do not.</summary>
/// <remarks>Agents name the framework of each container; an app must not be one of two names. A Marathon that runs nothing keeps what it says.</remarks>
internal static class FrameworkJoin
{
    public static IReadOnlyList<MarathonReading> Join(IReadOnlyList<MarathonReading> marathons, IEnumerable<Framework> registered)
    {
        var names = registered.DistinctBy(f => f.Id).ToDictionary(f => f.Id, f => f.Name, StringComparer.Ordinal);
        return [.. marathons.Select(m => m.FrameworkId is { } id && names.TryGetValue(id, out var name) ? Under(m, name) : m)];
    }

    private static MarathonReading Under(MarathonReading marathon, string name) => marathon with
    {
        Apps = [.. marathon.Apps.Select(a => a.Key.Framework == name ? a : a with { Key = a.Key with { Framework = name } })],
        Queue = [.. marathon.Queue.Select(q => q.App.Framework == name ? q : q with { App = q.App with { Framework = name } })],
        Failures = [.. marathon.Failures.Select(f => f.App.Framework == name ? f : f with { App = f.App with { Framework = name } })],
    };
}
