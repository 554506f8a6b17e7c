namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>A day's database that is attached and takes samples.</summary>
internal sealed class OpenDay(DayPart part, Dictionary<SeriesKey, int> series, DateTimeOffset lastAppend)
{
    public DayPart Part => part;

    /// <summary>Gets the ids that stand for containers in this database.</summary>
    public Dictionary<SeriesKey, int> Series => series;

    /// <summary>Gets or sets when it last took samples, by our clock.</summary>
    public DateTimeOffset LastAppend { get; set; } = lastAppend;

    /// <summary>Gets or sets the newest moment of which it has samples, in microseconds; 0 for none.</summary>
    public long Newest { get; set; }

    /// <summary>Gets or sets how far its 5-minute data go, in microseconds; changes under <see cref="DayStore.Writing"/>.</summary>
    public long RolledUntil { get; set; }

    /// <summary>Gets or sets a value indicating whether it is being written to Parquet and takes no more samples.</summary>
    public bool Sealing { get; set; }
}
