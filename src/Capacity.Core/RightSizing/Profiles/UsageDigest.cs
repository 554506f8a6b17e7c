namespace Capacity.Core.RightSizing.Profiles;

/// <summary>What one instance used of one resource on one day: count, sum, peak, and a histogram of the largest values or of all.</summary>
/// <remarks>
/// A digest of a whole day keeps its upper tail only: sizes are decided there. Merging keeps the higher of two tails, and the order of merging
/// does not matter. Sums are held in whole units, so they are exact.
/// </remarks>
/// <param name="unit">What the sum counts: 1e-6 for cores, 1024 for bytes.</param>
public sealed class UsageDigest(double unit)
{
    /// <summary>The unit of sums of CPU: a millionth of a core.</summary>
    public const double CpuUnit = 1e-6;

    /// <summary>The unit of sums of memory: a kibibyte.</summary>
    public const double MemoryUnit = 1024;

    /// <summary>Gets the histogram of the values in <see cref="Threshold"/> and above.</summary>
    public LogHistogram Tail { get; private set; } = new();

    /// <summary>Gets the lowest bucket that the tail keeps; 0 where it keeps all.</summary>
    public int Threshold { get; private set; }

    /// <summary>Gets the number of values.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the sum of the values in whole units.</summary>
    public long SumUnits { get; private set; }

    /// <summary>Gets the largest value, in cores or bytes.</summary>
    public float Peak { get; private set; }

    /// <summary>Gets the minute of the UTC day in which the largest value was seen first, 0 to 1439.</summary>
    public int PeakMinute { get; private set; }

    /// <summary>Gets the mean; <see langword="null"/> without values.</summary>
    public double? Mean => Count == 0 ? null : SumUnits * unit / Count;

    /// <summary>Puts together what was written down.</summary>
    public static UsageDigest Restore(double unit, LogHistogram tail, int threshold, long count, long sumUnits, float peak, int peakMinute) =>
        new(unit) { Tail = tail, Threshold = threshold, Count = count, SumUnits = sumUnits, Peak = peak, PeakMinute = peakMinute };

    /// <summary>Takes a value.</summary>
    /// <param name="value">Cores or bytes, 0 or more.</param>
    /// <param name="minute">The minute of the UTC day, 0 to 1439.</param>
    public void Add(double value, int minute)
    {
        var index = LogBuckets.IndexOf(value);
        if (index >= Threshold)
        {
            Tail.AddToBucket(index, 1);
        }

        Raise((float)value, minute);
        Count++;
        SumUnits += (long)Math.Round(value / unit);
    }

    /// <summary>Takes all that another digest of the same instance and day took.</summary>
    public void Merge(UsageDigest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
        {
            return;
        }

        var threshold = Math.Max(Threshold, other.Threshold);
        if (threshold > Threshold)
        {
            Tail = Tail.From(threshold);
            Threshold = threshold;
        }

        Tail.Merge(other.Threshold == threshold ? other.Tail : other.Tail.From(threshold));
        Raise(other.Peak, other.PeakMinute);
        Count += other.Count;
        SumUnits += other.SumUnits;
    }

    /// <summary>Drops what lies below the tail.</summary>
    /// <param name="ratio">The share of the values that the tail has to keep at least, 0 to 1.</param>
    public void Trim(double ratio)
    {
        if (Tail.BucketOf(1 - (ratio * Count / Math.Max(1, Tail.Count))) is int from && from > Threshold)
        {
            Tail = Tail.From(from);
            Threshold = from;
        }
    }

    /// <summary>Gives a percentile, at most <see cref="LogBuckets.RelativeError"/> off; below the tail its lower edge, which is not less than the truth.</summary>
    public double? Quantile(double ratio)
    {
        if (Count == 0)
        {
            return null;
        }

        var below = Count - Tail.Count;
        if (Tail.Count == 0 || ratio * Count <= below)
        {
            return LogBuckets.UpperEdge(Threshold);
        }

        return Tail.Quantile(((ratio * Count) - below) / Tail.Count);
    }

    private void Raise(float value, int minute)
    {
        if (Count == 0 || value > Peak || (value == Peak && minute < PeakMinute))
        {
            (Peak, PeakMinute) = (value, minute);
        }
    }
}
