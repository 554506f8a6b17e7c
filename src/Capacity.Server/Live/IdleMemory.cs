namespace Capacity.Server.Live;

/// <summary>Gives memory back between two collections of the cluster.</summary>
/// <remarks>
/// A collection allocates many times what it keeps, and then nothing happens for most of a minute. That this is the moment to clear up is known
/// here and not to the runtime, which would hold on to the room for the next one.
/// </remarks>
public static class IdleMemory
{
    /// <summary>Collects garbage and returns what is free to the system.</summary>
    public static void Release() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
