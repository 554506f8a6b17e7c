namespace Capacity.Core.TimeSeries;

/// <summary>What became of a batch.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>The batch is on disk, whole, and outlives a crash.</summary>
    /// <param name="Rows">The rows that were stored.</param>
    public sealed record Stored(int Rows) : AppendOutcome;

    /// <summary>The batch was not acknowledged. Handing it in again does no harm: equal samples count once.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Detail">One line for people.</param>
    public sealed record Failed(StoreFault Reason, string Detail) : AppendOutcome;
}
