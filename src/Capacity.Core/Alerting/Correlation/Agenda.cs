namespace Capacity.Core.Alerting.Correlation;

/// <summary>What has to be looked at, and when. An entry that has become pointless is recognised by who looks.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<(Purpose Purpose, object Subject), (DateTimeOffset At, long Order)> entries = new();
    private long order;

    public DateTimeOffset? Next => entries.TryPeek(out _, out var key) ? key.At : null;

    public void Add(DateTimeOffset at, Purpose purpose, object subject) => entries.Enqueue((purpose, subject), (at, order++));

    public bool TryTake(DateTimeOffset now, out Purpose purpose, out object subject, out DateTimeOffset at)
    {
        if (entries.TryPeek(out var entry, out var key) && key.At <= now)
        {
            entries.Dequeue();
            (purpose, subject, at) = (entry.Purpose, entry.Subject, key.At);
            return true;
        }

        (purpose, subject, at) = (default, "", default);
        return false;
    }
}
