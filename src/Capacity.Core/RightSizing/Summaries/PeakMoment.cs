namespace Capacity.Core.RightSizing.Summaries;

/// <summary>The highest use of any instance, and where to look for it.</summary>
/// <param name="Value">Cores or bytes.</param>
/// <param name="At">The minute in which it was seen, UTC.</param>
/// <param name="Instance">The instance's key: <see cref="Profiles.InstanceKey"/> of its id.</param>
public sealed record PeakMoment(double Value, DateTimeOffset At, ulong Instance);
