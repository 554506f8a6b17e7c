namespace Capacity.Core.RightSizing.Recording;

/// <summary>What a recorder begins with.</summary>
/// <param name="CoveredUntil">The last collection that is in profiles; <see langword="null"/> where there is none.</param>
/// <param name="OpenDay">The profiles of that collection's day.</param>
/// <param name="Events">All events that are kept, in the order in which they were noted.</param>
public sealed record ProfileState(DateTimeOffset? CoveredUntil, IReadOnlyList<AppProfile> OpenDay, IReadOnlyList<AppEvent> Events)
{
    /// <summary>Nothing.</summary>
    public static ProfileState Empty { get; } = new(null, [], []);
}
