using Capacity.Server.Live;

namespace Capacity.Server.Alerts;

/// <summary>Gives memory back after a storm of alerts: taking them allocates many times what is kept, and the runtime would hold on to that room for the next storm.</summary>
internal sealed class StormMemory(AlertKeeper keeper, IdleMemory memory)
{
    /// <summary>Fewer alerts than this are no storm.</summary>
    private const int Storm = 5000;

    private long seen;
    private long released;

    /// <summary>Looks whether a storm is over: many alerts changed, and none since the last look.</summary>
    public void Look()
    {
        var (changed, isQuiet) = (keeper.Changed, keeper.Changed == seen);
        seen = changed;
        if (isQuiet && changed - released >= Storm)
        {
            released = changed;
            memory.ReleaseNowAndThen();
        }
    }
}
