namespace Capacity.Core.Checks;

/// <summary>One check after a look.</summary>
/// <param name="Rule">The check.</param>
/// <param name="Settings">How it decides.</param>
/// <param name="Blindness">Why it did not see all or any of what it looks at; <see langword="null"/> where it did.</param>
/// <param name="Tracks">What is wrong, sorted by labels.</param>
/// <param name="Resolved">The alerts that ended with this look.</param>
public sealed record CheckState(CheckRule Rule, CheckSettings Settings, string? Blindness, IReadOnlyList<CheckTrack> Tracks, IReadOnlyList<CheckTrack> Resolved)
{
    /// <summary>Gets the alerts that fire.</summary>
    public IEnumerable<CheckTrack> Firing => Tracks.Where(t => t.Stage == CheckStage.Firing);
}
