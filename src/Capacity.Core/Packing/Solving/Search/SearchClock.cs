namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Says when to stop.</summary>
internal sealed class SearchClock(TimeProvider time, TimeSpan budget, CancellationToken cancellationToken)
{
    private readonly long start = time.GetTimestamp();

    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>Starts another clock with a longer budget, unless this one's is longer.</summary>
    public SearchClock AtLeast(TimeSpan least) => new(time, least > budget ? least : budget, cancellationToken);

    /// <summary>Says whether a part of the budget is over, and a least time with it.</summary>
    public bool IsOverIn(double share, TimeSpan least) => cancellationToken.IsCancellationRequested || Elapsed >= (budget * share > least ? budget * share : least);

    public bool IsOver => cancellationToken.IsCancellationRequested || Elapsed >= budget;
}
