namespace Capacity.Benchmarks.AlertIngestion;

/// <summary>What a storm cost.</summary>
/// <param name="New">CPU time of the round in which every alert was new.</param>
/// <param name="Again">CPU time of a round in which every alert was sent again, in the mean.</param>
/// <param name="All">CPU time of all rounds.</param>
/// <param name="ResidentBytes">The memory held in the end.</param>
/// <param name="OwnBytes">How much of that is the process's own.</param>
/// <param name="PeakBytes">The most memory ever held.</param>
internal sealed record IngestionCost(TimeSpan New, TimeSpan Again, TimeSpan All, long ResidentBytes, long OwnBytes, long PeakBytes);
