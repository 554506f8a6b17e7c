namespace Capacity.Simulator;

/// <summary>A clock that moves when it is told to, and stands still in between.</summary>
/// <remarks>For a cluster that lives as fast as those who watch it can follow. Timers go off during <see cref="Advance"/>, on its thread.</remarks>
/// <param name="start">What it shows at first.</param>
public sealed class SteppedTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Alarm, long> alarms = new();
    private long elapsed;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + TimeSpan.FromTicks(GetTimestamp());

    /// <inheritdoc/>
    /// <remarks>0 when this clock was made.</remarks>
    public override long GetTimestamp() => Volatile.Read(ref elapsed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, stopping at every timer that is due on the way.</summary>
    /// <param name="step">How far; more than zero.</param>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        var end = GetTimestamp() + step.Ticks;
        while (NextBefore(end) is { } alarm)
        {
            alarm.Timer.GoOff(alarm.Version);
        }
    }

    private Alarm? NextBefore(long end)
    {
        lock (gate)
        {
            if (alarms.TryPeek(out var alarm, out var due) && due <= end)
            {
                alarms.Dequeue();
                elapsed = Math.Max(elapsed, due);
                return alarm;
            }

            elapsed = end;
            return null;
        }
    }

    private void Set(SteppedTimer timer, int version, TimeSpan dueTime)
    {
        lock (gate)
        {
            alarms.Enqueue(new(timer, version), elapsed + Math.Max(0, dueTime.Ticks));
        }
    }

    /// <summary>An alarm counts only as long as its timer has not been changed since.</summary>
    private sealed record Alarm(SteppedTimer Timer, int Version);

    private sealed class SteppedTimer(SteppedTimeProvider time, TimerCallback callback, object? state) : ITimer
    {
        private readonly Lock gate = new();
        private int version;
        private TimeSpan every = Timeout.InfiniteTimeSpan;
        private bool disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                if (disposed)
                {
                    return false;
                }

                version++;
                every = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    time.Set(this, version, dueTime);
                }

                return true;
            }
        }

        public void GoOff(int which)
        {
            lock (gate)
            {
                if (disposed || which != version)
                {
                    return;
                }

                if (every > TimeSpan.Zero)
                {
                    time.Set(this, version, every);
                }
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (gate)
            {
                disposed = true;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
