using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>What the store tells of its writes.</summary>
internal sealed class StoreState(Alarms alarms, TimeProvider time)
{
    private readonly Lock gate = new();
    private bool accepts = true;
    private DateTimeOffset? lastStored;
    private long rows;

    public StoreHealth Health
    {
        get
        {
            lock (gate)
            {
                return new(accepts, lastStored, rows, alarms.List());
            }
        }
    }

    public AppendOutcome Stored(int count)
    {
        lock (gate)
        {
            accepts = true;
            lastStored = time.GetUtcNow();
            rows += count;
            return new AppendOutcome.Stored(count);
        }
    }

    /// <summary>Notes a failure; one that lasts raises one alarm.</summary>
    public AppendOutcome Failed(StoreFault fault, string detail)
    {
        lock (gate)
        {
            if (accepts)
            {
                alarms.Raise(fault, $"Samples are not stored: {detail}");
            }

            accepts = false;
            return new AppendOutcome.Failed(fault, detail);
        }
    }
}
