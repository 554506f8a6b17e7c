namespace Capacity.Core.RightSizing.Profiles;

/// <summary>Counts values in <see cref="LogBuckets"/>. Merging is exact: it gives what counting all values in one histogram would have given.</summary>
/// <remarks>A bucket counts to 4,294,967,295: a week of a sample a minute from 400,000 instances that all use the same.</remarks>
public sealed class LogHistogram
{
    /// <summary>How much room above is made at once where values come one by one.</summary>
    private const int Slack = 24;

    private int first;
    private uint[] counts = [];

    /// <summary>Gets how many values were counted.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the lowest bucket that may hold something; 0 where nothing was counted.</summary>
    public int First => first;

    /// <summary>Gets the bucket after the highest that may hold something; 0 where nothing was counted.</summary>
    public int End => first + counts.Length;

    /// <summary>Gets the number of values in a bucket.</summary>
    public long this[int index] => index >= first && index < End ? counts[index - first] : 0;

    /// <summary>Counts a value.</summary>
    /// <param name="value">Cores or bytes, 0 or more.</param>
    public void Add(double value) => AddToBucket(LogBuckets.IndexOf(value), 1);

    /// <summary>Counts values in a bucket.</summary>
    public void AddToBucket(int index, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, LogBuckets.Count);
        if (count == 0)
        {
            return;
        }

        Cover(index, index + 1, Slack);
        checked
        {
            counts[index - first] += (uint)count;
        }

        Count += count;
    }

    /// <summary>Counts all that another histogram counted.</summary>
    public void Merge(LogHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
        {
            return;
        }

        Cover(other.First, other.End);
        for (var i = other.First; i < other.End; i++)
        {
            counts[i - first] = checked(counts[i - first] + (uint)other[i]);
        }

        Count += other.Count;
    }

    /// <summary>Finds the lowest bucket up to which at least a share of the values lies.</summary>
    /// <param name="ratio">The share, 0 to 1: 0.99 for the 99th percentile.</param>
    /// <returns>The bucket, or <see langword="null"/> where nothing was counted.</returns>
    public int? BucketOf(double ratio)
    {
        if (Count == 0)
        {
            return null;
        }

        // Comparing whole counts with the share of the count makes the answer the same when every value is counted twice.
        var needed = ratio * Count;
        long seen = 0;
        for (var i = first; i < End; i++)
        {
            seen += counts[i - first];
            if (seen > 0 && seen >= needed)
            {
                return i;
            }
        }

        return End - 1;
    }

    /// <summary>Gives a percentile, at most <see cref="LogBuckets.RelativeError"/> off.</summary>
    /// <param name="ratio">The share of values that lie at or below it, 0 to 1.</param>
    public double? Quantile(double ratio) => BucketOf(ratio) is int index ? LogBuckets.Middle(index) : null;

    /// <summary>Counts the values in the buckets above one.</summary>
    public long CountAbove(int index)
    {
        long above = 0;
        for (var i = Math.Max(index + 1, first); i < End; i++)
        {
            above += counts[i - first];
        }

        return above;
    }

    /// <summary>Makes a copy of the buckets from one on.</summary>
    public LogHistogram From(int index)
    {
        var copy = new LogHistogram();
        for (var i = Math.Max(index, first); i < End; i++)
        {
            copy.AddToBucket(i, counts[i - first]);
        }

        return copy;
    }

    private void Cover(int low, int end, int slack = 0)
    {
        if (counts.Length == 0)
        {
            (first, counts) = (low, new uint[Math.Min(LogBuckets.Count, end + slack) - low]);
        }
        else if (low < first || end > End)
        {
            var newFirst = Math.Min(low, first);
            var newEnd = end > End ? Math.Min(LogBuckets.Count, end + slack) : End;
            var wider = new uint[newEnd - newFirst];
            counts.CopyTo(wider, first - newFirst);
            (first, counts) = (newFirst, wider);
        }
    }
}
