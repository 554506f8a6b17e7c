namespace Capacity.Simulator.Model;

/// <summary>What is going to happen, in order. Each event happens at its own time, however seldom anybody looks.</summary>
/// <param name="start">Where it begins.</param>
internal sealed class Timeline(DateTimeOffset start)
{
    private readonly PriorityQueue<Action, (long Ticks, long Number)> events = new();
    private long scheduled;

    /// <summary>Gets the time that it has come to.</summary>
    public DateTimeOffset Now { get; private set; } = start;

    public void At(DateTimeOffset when, Action action) => events.Enqueue(action, (Math.Max(Now.UtcTicks, when.UtcTicks), scheduled++));

    public void After(TimeSpan delay, Action action) => At(Now + delay, action);

    /// <summary>Goes on to a time; never back.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        while (events.TryPeek(out _, out var due) && due.Ticks <= time.UtcTicks)
        {
            Now = new(due.Ticks, TimeSpan.Zero);
            events.Dequeue()();
        }

        if (time > Now)
        {
            Now = time;
        }
    }
}
