using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>What became of the wish to open a store.</summary>
public abstract record DuckDbOpening
{
    private DuckDbOpening()
    {
    }

    /// <summary>The store is open; its health says what had to be set aside.</summary>
    public sealed record Opened(ITimeSeriesStore Store) : DuckDbOpening;

    /// <summary>Nothing was opened, and nothing was changed.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">One line for the user.</param>
    public sealed record Refused(StoreFault Fault, string Reason) : DuckDbOpening;
}
