namespace Capacity.Simulator;

/// <summary>Tells the time of a simulated clock, while its timers and stop watches are the machine's.</summary>
/// <remarks>For what talks to real sockets in simulated time: a time-out of ten seconds is ten seconds, and the date is the cluster's.</remarks>
/// <param name="calendar">Tells the time.</param>
/// <param name="machine">Drives timers and stop watches.</param>
public sealed class MachinePaced(TimeProvider calendar, TimeProvider machine) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => calendar.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
