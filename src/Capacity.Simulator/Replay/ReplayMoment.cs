namespace Capacity.Simulator.Replay;

/// <summary>Where a replay is.</summary>
/// <param name="Recorded">The time in the recording.</param>
/// <param name="Shift">What turns a time of the recording into one that the client's clock shows.</param>
/// <param name="IsOver">Whether every connection is to be cut.</param>
internal readonly record struct ReplayMoment(DateTimeOffset Recorded, TimeSpan Shift, bool IsOver);
