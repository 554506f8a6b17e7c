namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Says which days are too old.</summary>
/// <remarks>
/// Age is counted from the end of the newest day that is stored, or from now where that is earlier: a clock that runs ahead by a
/// year must not delete a year.
/// </remarks>
internal sealed class Retention(DuckDbOptions options, TimeProvider time)
{
    /// <summary>Says whether nothing of a day's raw samples is kept any more.</summary>
    public bool DropsRaw(DayCatalog catalog, DateOnly day) => IsOlder(catalog, day, options.RawRetention);

    /// <summary>Says whether nothing of a day is kept any more.</summary>
    public bool DropsAll(DayCatalog catalog, DateOnly day) => IsOlder(catalog, day, options.DownsampledRetention);

    private bool IsOlder(DayCatalog catalog, DateOnly day, TimeSpan kept)
    {
        var now = time.GetUtcNow().ToMicroseconds();
        var reference = catalog.Newest is { } newest ? Math.Min(now, newest.AddDays(1).ToMicroseconds()) : now;
        return day.AddDays(1).ToMicroseconds() <= reference - kept.ToMicroseconds();
    }
}
