namespace Capacity.Core.Alerting.Paging.Routing;

/// <summary>A stretch of every week, by the clock on the wall.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; on the next day where that is not later than <paramref name="From"/>.</param>
public sealed record QuietTime(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly Until);
