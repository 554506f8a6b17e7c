namespace Capacity.Testing.Vpa;

/// <summary>Where buckets of a VPA histogram begin: evenly spaced, or each wider than the one before by a ratio.</summary>
public sealed class VpaBucketScale
{
    private readonly double first;
    private readonly double ratio;

    private VpaBucketScale(double first, double ratio, int count, double epsilon) => (this.first, this.ratio, Count, Epsilon) = (first, ratio, count, epsilon);

    /// <summary>Gets the number of buckets.</summary>
    public int Count { get; }

    /// <summary>Gets the weight below which a bucket counts as empty.</summary>
    public double Epsilon { get; }

    /// <summary>Makes buckets of one width up to a value, and one for what is above.</summary>
    public static VpaBucketScale Linear(double most, double width, double epsilon) => new(width, 1, (int)Math.Ceiling(most / width) + 1, epsilon);

    /// <summary>Makes buckets that grow by a ratio up to a value, and one for what is above.</summary>
    public static VpaBucketScale Exponential(double most, double first, double ratio, double epsilon) =>
        new(first, ratio, (int)Math.Ceiling(Math.Log((most * (ratio - 1) / first) + 1, ratio)) + 1, epsilon);

    /// <summary>Gives the lowest value of a bucket.</summary>
    public double StartOf(int bucket) => bucket == 0 ? 0 : ratio == 1 ? first * bucket : first * (Math.Pow(ratio, bucket) - 1) / (ratio - 1);

    /// <summary>Finds the bucket of a value.</summary>
    public int BucketOf(double value)
    {
        if (value < first)
        {
            return 0;
        }

        var bucket = ratio == 1 ? value / first : Math.Log((value * (ratio - 1) / first) + 1, ratio);
        return (int)Math.Min(Count - 1, Math.Floor(bucket));
    }
}
