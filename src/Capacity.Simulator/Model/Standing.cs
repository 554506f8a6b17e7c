namespace Capacity.Simulator.Model;

/// <summary>What the leading master takes an agent for.</summary>
internal enum Standing
{
    /// <summary>The master before this one knew it, and it has not come yet.</summary>
    Recovered,

    Registered,

    /// <summary>Registered, and its connection is closed.</summary>
    Disconnected,

    Unreachable,

    /// <summary>Taken down for maintenance.</summary>
    Down,
}
