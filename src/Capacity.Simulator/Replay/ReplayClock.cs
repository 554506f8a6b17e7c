namespace Capacity.Simulator.Replay;

/// <summary>Maps the clock of the client to that of the recording. Thread-safe.</summary>
/// <param name="start">When the first recorded request was sent.</param>
/// <param name="duration">From there to the last recorded request.</param>
internal sealed class ReplayClock(TimeProvider time, DateTimeOffset start, TimeSpan duration, ReplayOptions options)
{
    private long startedAtTicks = (time.GetUtcNow() - options.Offset).UtcTicks;

    /// <summary>Gets when, on the client's clock, the first recorded request is sent.</summary>
    public DateTimeOffset StartedAt => new(Interlocked.Read(ref startedAtTicks), TimeSpan.Zero);

    /// <summary>Gets when, on the client's clock, the last recorded request is sent.</summary>
    public DateTimeOffset EndsAt => StartedAt + duration;

    /// <summary>Gets what the client's clock shows.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Goes to another place in the recording, at once.</summary>
    public void JumpTo(TimeSpan position) => Interlocked.Exchange(ref startedAtTicks, (Now - position).UtcTicks);

    /// <summary>Says where the replay is now.</summary>
    public ReplayMoment Read()
    {
        var now = Now;
        var position = now - StartedAt;
        var isLoop = options.AtEnd == AtEnd.Loop && position > duration && duration > TimeSpan.Zero;
        position = isLoop ? TimeSpan.FromTicks(position.Ticks % duration.Ticks) : position;
        return new(start + position, now - position - start, options.AtEnd == AtEnd.Stop && position > duration);
    }
}
