namespace Capacity.Core.RightSizing.Profiles;

/// <summary>The buckets of every usage histogram: each is as wide as the relative error allows, so that one table serves cores and bytes.</summary>
/// <remarks>
/// Bucket i from 1 on holds <c>(e·γ^(i-2), e·γ^(i-1)]</c> with <c>γ = (1 + a) / (1 - a)</c>, <c>a</c> the relative error and <c>e</c> the smallest value;
/// its representative is at most <c>a</c> away from all in it (Masson, Rim, Lee: DDSketch, VLDB 2019). Bucket 0 holds what is smaller: nothing.
/// </remarks>
public static class LogBuckets
{
    /// <summary>The most that a bucket's representative is off, as a ratio of the value.</summary>
    public const double RelativeError = 0.01;

    /// <summary>The smallest value that is told apart from zero, in cores or bytes.</summary>
    public const double Smallest = 1e-4;

    /// <summary>The number of buckets. The last one holds everything that is larger, from about 1e15 on.</summary>
    public const int Count = 2200;

    /// <summary>How far one bucket is from the next: the ratio of their edges.</summary>
    public const double Growth = (1 + RelativeError) / (1 - RelativeError);

    private static readonly double LogGrowth = Math.Log(Growth);
    private static readonly double LogSmallest = Math.Log(Smallest);
    private static readonly double[] Edges = [.. Enumerable.Range(0, Count).Select(i => i == 0 ? 0 : Smallest * Math.Pow(Growth, i - 1))];

    /// <summary>Finds the bucket of a value.</summary>
    /// <param name="value">Cores or bytes, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative or no number.</exception>
    public static int IndexOf(double value)
    {
        if (!(value >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a value of 0 or more.");
        }

        if (value < Smallest)
        {
            return 0;
        }

        return value >= Edges[^1] ? Count - 1 : Math.Max(1, (int)Math.Ceiling(((Math.Log(value) - LogSmallest) / LogGrowth) - 1e-9) + 1);
    }

    /// <summary>Gets the largest value of a bucket.</summary>
    public static double UpperEdge(int index) => Edges[index];

    /// <summary>Gets the value that stands for a bucket, at most <see cref="RelativeError"/> from all in it.</summary>
    public static double Middle(int index) => Edges[index] * 2 / (Growth + 1);

    /// <summary>Counts the buckets between two values whose logarithms are so far apart; the sign is kept.</summary>
    public static int Steps(double logRatio) => (int)Math.Ceiling((logRatio / LogGrowth) - 1e-9);
}
