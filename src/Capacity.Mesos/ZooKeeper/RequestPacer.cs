namespace Capacity.Mesos.ZooKeeper;

/// <summary>Spaces requests evenly. Time that was not used is not saved up for a burst.</summary>
internal sealed class RequestPacer(double requestsPerSecond, TimeProvider time)
{
    // Timers are not finer; what is due sooner goes now and the next one waits the longer.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly TimeSpan gap = TimeSpan.FromSeconds(1 / requestsPerSecond);
    private readonly long started = time.GetTimestamp();
    private TimeSpan next = TimeSpan.Zero;

    /// <summary>Takes the next turn.</summary>
    /// <returns>How long to wait for it; zero where it is now.</returns>
    public TimeSpan TakeTurn()
    {
        var now = time.GetElapsedTime(started);
        var turn = next > now ? next : now;
        next = turn + gap;
        return turn - now >= ShortestWait ? turn - now : TimeSpan.Zero;
    }
}
