namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Says when to stop.</summary>
internal sealed class SearchClock(TimeProvider time, TimeSpan budget, CancellationToken cancellationToken)
{
    private readonly long start = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(start);

    public bool IsOver
    {
        get
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Elapsed >= budget;
        }
    }
}
