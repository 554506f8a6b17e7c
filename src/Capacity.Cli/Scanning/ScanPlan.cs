namespace Capacity.Cli.Scanning;

/// <summary>How to take samples.</summary>
/// <param name="Samples">How many; CPU needs two.</param>
/// <param name="Interval">The time between the beginnings of two.</param>
/// <param name="LeaderWait">How long to wait for a leader that knows its agents, while an election is under way.</param>
internal sealed record ScanPlan(int Samples, TimeSpan Interval, TimeSpan LeaderWait);
