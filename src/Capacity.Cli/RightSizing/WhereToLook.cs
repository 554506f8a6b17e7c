namespace Capacity.Cli.RightSizing;

/// <summary>Says which command lists what there is, to somebody who asked the service for something that is not there.</summary>
internal static class WhereToLook
{
    private static readonly (string Path, string Hint)[] Lists =
    [
        ("/api/v1/recommendations/", "capacity rightsize lists all apps"),
        ("/api/v1/incidents/", "capacity incidents list --state all has them"),
        ("/api/v1/receivers/", "capacity receivers list has them"),
        ("/api/v1/changes/", "capacity change list has those of the last week"),
    ];

    /// <summary>Adds the hint to why something was not found.</summary>
    /// <param name="problem">What the service says.</param>
    /// <param name="path">What it was asked for.</param>
    public static string Add(string problem, string path)
    {
        // What lacks a target says itself which there are.
        var hint = path.Contains("/targets/", StringComparison.Ordinal) ? null : Array.Find(Lists, l => path.StartsWith(l.Path, StringComparison.Ordinal)).Hint;
        return hint is null ? problem : $"{problem.TrimEnd('.')}: {hint}.";
    }
}
