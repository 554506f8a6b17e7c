namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Says when to stop.</summary>
internal sealed class SearchClock
{
    private readonly TimeProvider time;
    private readonly TimeSpan budget;
    private readonly CancellationToken cancellationToken;
    private readonly long start;

    public SearchClock(TimeProvider time, TimeSpan budget, CancellationToken cancellationToken)
        : this(time, budget, time.GetTimestamp(), cancellationToken)
    {
    }

    private SearchClock(TimeProvider time, TimeSpan budget, long start, CancellationToken cancellationToken) =>
        (this.time, this.budget, this.start, this.cancellationToken) = (time, budget, start, cancellationToken);

    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>Starts another clock with a longer budget, unless this one's is longer.</summary>
    public SearchClock AtLeast(TimeSpan least) => new(time, least > budget ? least : budget, cancellationToken);

    /// <summary>Makes a clock that began when this one did, and has a part of its budget.</summary>
    public SearchClock Part(double share) => new(time, budget * share, start, cancellationToken);

    public bool IsOver => cancellationToken.IsCancellationRequested || Elapsed >= budget;
}
