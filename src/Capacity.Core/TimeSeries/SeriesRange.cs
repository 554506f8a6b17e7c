namespace Capacity.Core.TimeSeries;

/// <summary>A half-open range of time <c>[Start, End)</c>, cut into buckets of equal length; the last may reach beyond the end.</summary>
public sealed record SeriesRange
{
    /// <summary>The most buckets that one range may have.</summary>
    public const int MostBuckets = 50_000;

    /// <summary>Makes a range.</summary>
    /// <param name="start">The first moment.</param>
    /// <param name="end">The moment after the last.</param>
    /// <param name="step">The length of a bucket, from a second up, in whole microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty, the step is too short, or there are too many buckets.</exception>
    public SeriesRange(DateTimeOffset start, DateTimeOffset end, TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfNotEqual(step.Ticks % TimeSpan.TicksPerMicrosecond, 0, nameof(step));
        var count = ((end - start).Ticks + step.Ticks - 1) / step.Ticks;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostBuckets, nameof(step));
        (Start, End, Step, Count) = (start.ToUniversalTime(), end.ToUniversalTime(), step, (int)count);
    }

    /// <summary>Gets the first moment, in UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Gets the moment after the last, in UTC.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Gets the length of a bucket.</summary>
    public TimeSpan Step { get; }

    /// <summary>Gets the number of buckets; at least 1.</summary>
    public int Count { get; }

    /// <summary>When a bucket begins.</summary>
    /// <param name="bucket">From 0 up to, not including, <see cref="Count"/>.</param>
    public DateTimeOffset StartOf(int bucket) => Start + (Step * bucket);
}
