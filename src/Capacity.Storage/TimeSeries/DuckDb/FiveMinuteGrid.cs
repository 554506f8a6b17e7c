namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Tells whether 5-minute data can stand in for samples.</summary>
/// <param name="Origin">Where the grid of the answer begins, in microseconds.</param>
/// <param name="Step">The width of its buckets.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct FiveMinuteGrid(long Origin, long Step, long End)
{
    /// <summary>Gives whether no 5 minutes of the day lie in two buckets of the answer, or half beyond its end.</summary>
    /// <param name="day">A sealed day.</param>
    public bool Serves(DateOnly day) =>
        Origin % Moments.FiveMinutes == 0
        && Step % Moments.FiveMinutes == 0
        && (End % Moments.FiveMinutes == 0 || End > day.ToMicroseconds() + Moments.PerDay);
}
