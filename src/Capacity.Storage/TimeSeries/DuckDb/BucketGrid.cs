namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Tells whether coarser data can stand in for samples.</summary>
/// <param name="Origin">Where the grid of the answer begins, in microseconds.</param>
/// <param name="Step">The width of its buckets.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct BucketGrid(long Origin, long Step, long End)
{
    /// <summary>Gives whether no piece of the day lies in two buckets of the answer, or half beyond its end.</summary>
    /// <param name="day">A sealed day.</param>
    /// <param name="width">The width of the pieces: 5 minutes or an hour.</param>
    public bool Serves(DateOnly day, long width) => Serves(width) && (End % width == 0 || End > day.ToMicroseconds() + Moments.PerDay);

    /// <summary>Gives whether no piece lies in two buckets of the answer; the last may lie half beyond its end.</summary>
    /// <param name="width">The width of the pieces.</param>
    public bool Serves(long width) => Origin % width == 0 && Step % width == 0;
}
