namespace Capacity.Simulator.Replay;

/// <summary>What a replay does once it has shown everything.</summary>
public enum AtEnd
{
    /// <summary>The last answers stay, and grow old.</summary>
    Hold,

    /// <summary>It begins again, with times that go on.</summary>
    Loop,

    /// <summary>Every connection is cut.</summary>
    Stop,
}
