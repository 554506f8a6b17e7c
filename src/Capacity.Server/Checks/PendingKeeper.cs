using Capacity.Core.Checks;

namespace Capacity.Server.Checks;

/// <summary>Keeps on disk what checks wait with, so that a restart of the service does not let it wait anew.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="interval">The time between two looks.</param>
internal sealed class PendingKeeper(ICheckStore store, TimeSpan interval)
{
    private const int MostLooks = 4;
    private const int WritesPerGap = 3;
    private static readonly TimeSpan LeastGap = TimeSpan.FromMinutes(5);

    private IReadOnlyList<PendingCheck> kept = [];
    private DateTimeOffset keptAt;

    /// <summary>Gets how long nobody may have looked: what was pending before may have been well meanwhile.</summary>
    private TimeSpan LongestGap => MostLooks * interval > LeastGap ? MostLooks * interval : LeastGap;

    /// <summary>Reads what was pending when the service ended; nothing where that is too long ago.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public async Task<IReadOnlyList<PendingCheck>> RestoreAsync(DateTimeOffset now)
    {
        (keptAt, kept) = await store.ReadAsync(CancellationToken.None);
        return now - keptAt <= LongestGap ? kept : [];
    }

    /// <summary>Stores what is pending after a look, where it changed, and now and then that it did not.</summary>
    /// <exception cref="IOException">It can't be stored, and is with the next look.</exception>
    public async Task KeepAsync(IReadOnlyList<CheckState> checks, DateTimeOffset now)
    {
        List<PendingCheck> pending = [.. checks.SelectMany(c => c.Tracks.Where(t => t.Stage == CheckStage.Pending), (c, t) => new PendingCheck(c.Rule.Name, t.Labels, t.Since))];
        if (pending.ToHashSet().SetEquals(kept) && (pending.Count == 0 || now - keptAt < LongestGap / WritesPerGap))
        {
            return;
        }

        await store.WriteAsync(now, pending, CancellationToken.None);
        (kept, keptAt) = (pending, now);
    }
}
