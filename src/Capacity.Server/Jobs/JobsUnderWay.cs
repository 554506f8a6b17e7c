namespace Capacity.Server.Jobs;

/// <summary>Knows whether a job is at work, for those who should not hurry it: a simulated clock.</summary>
public sealed class JobsUnderWay
{
    private int count;

    /// <summary>Gets whether a job is at work.</summary>
    public bool Any => Volatile.Read(ref count) > 0;

    /// <summary>Notes that a job begins.</summary>
    /// <returns>To be disposed of when it ends.</returns>
    internal IDisposable Begin()
    {
        Interlocked.Increment(ref count);
        return new Ending(this);
    }

    private sealed class Ending(JobsUnderWay jobs) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref jobs.count);
    }
}
