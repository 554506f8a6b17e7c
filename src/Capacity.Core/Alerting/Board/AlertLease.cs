namespace Capacity.Core.Alerting.Board;

/// <summary>Says how long an alert that is sent again and again fires on where nobody sends it any more, by how far apart the last sendings really were.</summary>
/// <remarks>
/// A sender that is slower than it should be, because the machine is busy or its clock runs fast, would otherwise let its alerts end and begin
/// again between two sendings. An end that a sender says itself counts at once, however long the lease is. Not safe from several threads.
/// </remarks>
/// <param name="shortest">The lease where sendings are as close as they should be.</param>
public sealed class AlertLease(TimeSpan shortest)
{
    /// <summary>How many sendings may be lost, or late, one after the other.</summary>
    private const int Sendings = 4;

    /// <summary>How many of the last gaps are remembered.</summary>
    private const int Remembered = 16;

    private readonly Queue<TimeSpan> gaps = new(Remembered);
    private DateTimeOffset? last;

    /// <summary>Notes that alerts are sent now.</summary>
    /// <param name="now">The time; one that goes back is no gap.</param>
    /// <returns>Until when they fire on; never before an end that the usual lease gives.</returns>
    public DateTimeOffset Renew(DateTimeOffset now)
    {
        if (last is { } before && now > before)
        {
            if (gaps.Count == Remembered)
            {
                gaps.Dequeue();
            }

            gaps.Enqueue(now - before);
        }

        last = now;
        var seen = gaps.Count > 0 ? Sendings * gaps.Max() : TimeSpan.Zero;
        return now + (seen > shortest ? seen : shortest);
    }
}
