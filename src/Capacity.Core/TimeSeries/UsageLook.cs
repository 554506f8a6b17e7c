namespace Capacity.Core.TimeSeries;

/// <summary>One collection, as far as usage goes.</summary>
/// <param name="At">When it began, in whole microseconds.</param>
/// <param name="Points">The containers, sorted by id.</param>
public sealed record UsageLook(DateTimeOffset At, IReadOnlyList<UsagePoint> Points)
{
    /// <summary>Takes a batch as the store will give it back.</summary>
    public static UsageLook From(SampleBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(
            UsagePoint.WholeMicroseconds(batch.TakenAt),
            [.. batch.Containers.Select(c => UsagePoint.From(c)).OrderBy(p => p.ContainerId, StringComparer.Ordinal)]);
    }
}
