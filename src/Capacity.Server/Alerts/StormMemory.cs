using Capacity.Server.Live;

namespace Capacity.Server.Alerts;

/// <summary>Gives memory back when a storm of alerts is taken: that allocates many times what is kept, and the runtime would hold on to that room.</summary>
internal sealed class StormMemory(AlertKeeper keeper, IdleMemory memory)
{
    /// <summary>Fewer alerts that changed than this are no storm.</summary>
    private const int Changed = 5000;

    /// <summary>What is sent again leaves less behind, but a storm is sent again every minute.</summary>
    private const int Taken = 100_000;

    private long seen;
    private (long Changed, long Taken) released;

    /// <summary>Looks whether there is much to give back, and no storm just beginning.</summary>
    public void Look()
    {
        var (changed, taken, isQuiet) = (keeper.Changed, keeper.Taken, keeper.Changed == seen);
        seen = changed;
        if (isQuiet && (changed - released.Changed >= Changed || taken - released.Taken >= Taken))
        {
            released = (changed, taken);
            memory.ReleaseNowAndThen();
        }
    }
}
