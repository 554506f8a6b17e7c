namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>A day's database that is attached and takes samples.</summary>
internal sealed class OpenDay(DayPart part, Dictionary<SeriesKey, int> series, DateTimeOffset lastAppend)
{
    public DayPart Part => part;

    /// <summary>Gets the ids that stand for containers in this database.</summary>
    public Dictionary<SeriesKey, int> Series => series;

    /// <summary>Gets or sets when it last took samples, by our clock.</summary>
    public DateTimeOffset LastAppend { get; set; } = lastAppend;

    /// <summary>Gets or sets a value indicating whether it is being written to Parquet and takes no more samples.</summary>
    public bool Sealing { get; set; }
}
