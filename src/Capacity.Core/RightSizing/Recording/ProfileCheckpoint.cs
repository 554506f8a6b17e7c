namespace Capacity.Core.RightSizing.Recording;

/// <summary>What has to be stored together: profiles, and up to when they hold everything.</summary>
/// <param name="CoveredUntil">The last collection that is in them.</param>
/// <param name="Profiles">The days that changed, whole.</param>
public sealed record ProfileCheckpoint(DateTimeOffset CoveredUntil, IReadOnlyList<EncodedProfile> Profiles);
