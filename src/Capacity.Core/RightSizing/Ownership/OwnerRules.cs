namespace Capacity.Core.RightSizing.Ownership;

/// <summary>Says which team owns an app: its labels do, else where its id lies.</summary>
public sealed record OwnerRules
{
    /// <summary>Label <c>team</c>, else <c>owner</c>, else nobody.</summary>
    public static OwnerRules Default { get; } = new();

    /// <summary>Gets the labels that name a team, the first that is there counts.</summary>
    public IReadOnlyList<string> Labels { get; init; } = ["team", "owner"];

    /// <summary>Gets the teams of paths, for apps without such a label; the longest path counts.</summary>
    public IReadOnlyList<PathOwner> Paths { get; init; } = [];

    /// <summary>Gets a value indicating whether the first segment of an id is the team where nothing else says.</summary>
    public bool FirstSegment { get; init; }

    /// <summary>Finds the team; <see langword="null"/> where nobody owns the app.</summary>
    /// <param name="id">The app's id, such as <c>/shop/web</c>.</param>
    /// <param name="labels">Its labels.</param>
    public string? Find(string id, IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return Find(id, l => labels.GetValueOrDefault(l));
    }

    /// <summary>Finds the team; <see langword="null"/> where nobody owns the app.</summary>
    /// <param name="id">The app's id, such as <c>/shop/web</c>.</param>
    /// <param name="valueOf">Gives the value of a label; <see langword="null"/> or empty where it is not there.</param>
    public string? Find(string id, Func<string, string?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(valueOf);
        return Labels.Select(valueOf).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t))
            ?? Paths.Where(p => IsBelow(id, p.Path)).MaxBy(p => p.Path.Length)?.Team
            ?? (FirstSegment && id.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, _, ..] ? first : null);
    }

    private static bool IsBelow(string id, string path) =>
        path.TrimEnd('/') is var trimmed && id.StartsWith(trimmed, StringComparison.Ordinal) && (id.Length == trimmed.Length || id[trimmed.Length] == '/');
}
