namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>A stretch of time and the grid of buckets laid over it, in microseconds.</summary>
/// <param name="Origin">Where bucket 0 begins.</param>
/// <param name="Step">The length of a bucket.</param>
/// <param name="From">The first moment that counts.</param>
/// <param name="To">The moment after the last that counts.</param>
/// <param name="Gap">The longest time between two samples of a container over which rates are made.</param>
internal readonly record struct BucketWindow(long Origin, long Step, long From, long To, long Gap)
{
    /// <summary>Gets the first moment of which samples are needed: a rate at the edge has its earlier sample outside.</summary>
    public long ReadFrom => From - Gap;

    /// <summary>Gets the moment after the last of which samples are needed.</summary>
    public long ReadTo => To + Gap;
}
