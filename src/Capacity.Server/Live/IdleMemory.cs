namespace Capacity.Server.Live;

/// <summary>Gives memory back between two collections of the cluster.</summary>
/// <remarks>
/// A collection allocates many times what it keeps, and then nothing happens for most of a minute. That this is the moment to clear up is known
/// here and not to the runtime, which would hold on to the room for the next one.
/// </remarks>
/// <param name="time">Measures how long ago that was done.</param>
public sealed class IdleMemory(TimeProvider time)
{
    /// <summary>Where collections follow one another faster than this there is no idle time to use.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(20);

    private long? last;

    /// <summary>Collects garbage and returns what is free to the system.</summary>
    public static void Release() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>Does so unless it was done just now.</summary>
    public void ReleaseNowAndThen()
    {
        if (last is { } before && time.GetElapsedTime(before) < Seldom)
        {
            return;
        }

        Release();
        last = time.GetTimestamp();
    }
}
