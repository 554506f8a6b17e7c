namespace Capacity.Simulator;

/// <summary>A clock that starts at a time of its own and runs faster or slower than another.</summary>
/// <param name="inner">The clock that drives this one.</param>
/// <param name="speed">How many seconds of this clock pass in one of <paramref name="inner"/>; positive and finite.</param>
/// <param name="start">What this clock shows at first.</param>
public sealed class ScaledTimeProvider(TimeProvider inner, double speed, DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly double pace = double.IsFinite(speed) && speed > 0
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), speed, "Expected a positive, finite speed.");

    private readonly long origin = inner.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + GetElapsedTime(0);

    /// <inheritdoc/>
    /// <remarks>0 when this clock was made.</remarks>
    public override long GetTimestamp() => (long)((inner.GetTimestamp() - origin) * pace);

    /// <inheritdoc/>
    /// <remarks>Due time and period are of this clock.</remarks>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(this, inner.CreateTimer(callback, state, ToInner(dueTime), ToInner(period)));

    // Up to whole milliseconds, which is what timers of the system count in: a timer must not go off before its time.
    private TimeSpan ToInner(TimeSpan time) =>
        time <= TimeSpan.Zero ? time
        : time / pace is var scaled && scaled >= LongestTimer ? LongestTimer
        : TimeSpan.FromMilliseconds((long)Math.Ceiling(scaled.TotalMilliseconds));

    private sealed class ScaledTimer(ScaledTimeProvider time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.ToInner(dueTime), time.ToInner(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
