using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>What went wrong since the start: the last hundred, for a fault that lasts must not fill the memory.</summary>
internal sealed class Alarms(TimeProvider time)
{
    private const int Most = 100;
    private readonly Lock gate = new();
    private readonly List<StoreAlarm> raised = [];

    public void Raise(StoreFault fault, string message)
    {
        lock (gate)
        {
            if (raised.Count == Most)
            {
                raised.RemoveAt(0);
            }

            raised.Add(new(time.GetUtcNow(), fault, message));
        }
    }

    public IReadOnlyList<StoreAlarm> List()
    {
        lock (gate)
        {
            return [.. raised];
        }
    }
}
