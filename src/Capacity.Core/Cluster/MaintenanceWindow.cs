namespace Capacity.Core.Cluster;

/// <summary>A window of maintenance as an operator scheduled it with the masters. Nothing happens by itself at its start or its end.</summary>
/// <param name="Machines">The machines.</param>
/// <param name="Start">When they may be taken down.</param>
/// <param name="Duration">For how long; <see langword="null"/> where nobody said an end.</param>
public sealed record MaintenanceWindow(IReadOnlyList<MaintenanceMachine> Machines, DateTimeOffset Start, TimeSpan? Duration)
{
    /// <summary>Gets when they should be back; <see langword="null"/> where nobody said.</summary>
    public DateTimeOffset? End => Start + Duration;

    /// <summary>Whether a time lies in it.</summary>
    public bool Contains(DateTimeOffset time) => Start <= time && !(time >= End);
}
