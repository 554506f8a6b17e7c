namespace Capacity.Core.Cluster;

/// <summary>Says which app a container is an instance of where no Marathon tells: from the names that frameworks give their tasks.</summary>
/// <remarks>
/// Marathon names the tasks of <c>/shop/web</c> backwards, <c>web.shop</c>, and so does everything that imitates it; a segment that
/// itself holds a dot cannot be told apart. Other frameworks name tasks as they like; a number at the end counts runs or
/// instances and is no part of the app.
/// </remarks>
public static class AppNaming
{
    /// <summary>Names the app of one container.</summary>
    /// <param name="framework">The framework's name.</param>
    /// <param name="executorId">The executor's id, for a container without tasks.</param>
    /// <param name="taskNames">The names of the tasks inside; a pod has several.</param>
    public static AppKey Guess(string framework, string executorId, IReadOnlyList<string> taskNames)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(taskNames);
        var name = taskNames.Count > 0 ? CommonEnd(taskNames) : executorId;
        return new(framework, framework.Contains("marathon", StringComparison.OrdinalIgnoreCase) ? Path(name) : WithoutRun(name));
    }

    private static string Path(string name)
    {
        var segments = name.Split('.');
        Array.Reverse(segments);
        return "/" + string.Join('/', segments);
    }

    private static string WithoutRun(string name)
    {
        var end = name.AsSpan().TrimEnd("0123456789").Length;
        var stem = name.AsSpan(0, end).TrimEnd("-_.:# ");
        return end < name.Length && stem.Length < end && stem.Length > 0 ? stem.ToString() : name;
    }

    /// <summary>The dotted segments that all names end with; the first name where they share none.</summary>
    private static string CommonEnd(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
        {
            return names[0];
        }

        var common = names[0].Split('.');
        foreach (var name in names.Skip(1))
        {
            var segments = name.Split('.');
            var shared = 0;
            while (shared < Math.Min(common.Length, segments.Length) && common[^(shared + 1)] == segments[^(shared + 1)])
            {
                shared++;
            }

            common = common[^shared..];
        }

        return common.Length > 0 ? string.Join('.', common) : names[0];
    }
}
