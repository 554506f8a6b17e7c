using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;

namespace Capacity.Server.Alerts;

/// <summary>Holds the alerts and silences of the service, on the board and on disk. Who listens is told of each change, in order.</summary>
/// <param name="stores">Where they are kept.</param>
/// <param name="configuration">How many there may be.</param>
/// <param name="listeners">Who is told.</param>
/// <param name="received">Where what came is written down, to be replayed.</param>
/// <param name="time">The clock.</param>
public sealed class AlertKeeper(Stores stores, ServiceConfiguration configuration, IEnumerable<IAlertListener> listeners, ReceivedLog received, TimeProvider time) : IDisposable
{
    private readonly IAlertListener[] listeners = [.. listeners];
    private readonly Lock order = new();
    private readonly SemaphoreSlim silencing = new(1, 1);
    private readonly AlertJournal journal = new(stores.State.Alerts);
    private long taken;
    private long changed;

    /// <summary>Gets the alerts.</summary>
    public AlertBoard Board { get; } = new(configuration.Alerts.Board);

    /// <summary>Gets the silences.</summary>
    public SilenceBook Silences { get; } = new();

    /// <summary>Gets the strings that alerts share.</summary>
    public LabelPool Pool { get; } = new();

    /// <summary>Gets why alerts are not stored; <see langword="null"/> where they are.</summary>
    public string? Trouble => journal.Trouble;

    /// <summary>Gets how many alerts were new, fired again or ended since the start.</summary>
    public long Changed => Interlocked.Read(ref changed);

    /// <summary>Gets how many alerts came since the start, known ones among them.</summary>
    public long Taken => Interlocked.Read(ref taken);

    /// <summary>Reads what was known before the service ended.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        Silences.Put(await stores.State.Silences.ReadAsync(cancellationToken));
        Board.Restore(await stores.State.Alerts.ReadAsync(Pool, cancellationToken), time.GetUtcNow());
        Look();
    }

    /// <summary>Takes alerts. It ends when those that are new, or fire or end now, are on disk.</summary>
    /// <returns>How many new ones there was no room for.</returns>
    /// <exception cref="IOException">They are on the board, but not on disk.</exception>
    public async Task<int> TakeAsync(IReadOnlyList<PostedAlert> posted, string sender)
    {
        BoardOutcome outcome;
        lock (order)
        {
            var now = time.GetUtcNow();
            outcome = Board.Take(posted, sender, now);
            received.Take(posted, sender, now);
            Tell(outcome.Changes);
        }

        Interlocked.Add(ref taken, posted.Count);
        Interlocked.Add(ref changed, outcome.ToKeep.Count);
        await journal.StoreAsync(outcome.ToKeep, []);
        return outcome.Refused;
    }

    /// <summary>Lists the alerts that clients are shown, as they are silenced now, in the order of their fingerprints.</summary>
    public IReadOnlyList<Alert> List()
    {
        Look();
        var now = time.GetUtcNow();
        return [.. Board.All.Where(a => a.IsListed(now)).OrderBy(a => a.Fingerprint)];
    }

    /// <summary>Counts the alerts, as they are silenced now.</summary>
    public BoardCounts Count()
    {
        Look();
        return Board.Count(time.GetUtcNow());
    }

    /// <summary>Makes or changes a silence. It holds, and is on disk, when this ends.</summary>
    /// <exception cref="IOException">It can't be stored, and does not hold.</exception>
    public Task<SilenceOutcome> SilenceAsync(SilenceDraft draft, CancellationToken cancellationToken) => DecideAsync(
        now => SilenceRules.Put(draft, draft.Id is { } id ? Silences.Find(id) : null, Silences.All.Count, configuration.Alerts.Silences, Guid.NewGuid(), now),
        cancellationToken);

    /// <summary>Ends a silence. It is over, and that is on disk, when this ends.</summary>
    /// <exception cref="IOException">It can't be stored, and the silence holds on.</exception>
    public Task<SilenceOutcome> ExpireAsync(Guid id, CancellationToken cancellationToken) =>
        DecideAsync(now => SilenceRules.Expire(Silences.Find(id), now), cancellationToken);

    /// <summary>Lets time pass: alerts end, silences begin and end, and what is long over is forgotten.</summary>
    /// <exception cref="IOException">It can't be stored, and is tried again.</exception>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        Look();
        BoardPassing passing;
        var now = time.GetUtcNow();
        lock (order)
        {
            passing = Board.Pass(now);
            Tell(passing.Changes);
        }

        await journal.StoreAsync(passing.Ended, passing.Forgotten);
        var old = now - configuration.Alerts.Silences.Retention;
        if (Silences.DropEndedBefore(old) > 0)
        {
            await stores.State.Silences.DropEndedBeforeAsync(old, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => silencing.Dispose();

    private async Task<SilenceOutcome> DecideAsync(Func<DateTimeOffset, SilenceOutcome> decide, CancellationToken cancellationToken)
    {
        await silencing.WaitAsync(cancellationToken);
        try
        {
            var outcome = decide(time.GetUtcNow());
            if (outcome is SilenceOutcome.Done { Changed: { Count: > 0 } changed })
            {
                await stores.State.Silences.PutAsync(changed, CancellationToken.None);
                Silences.Put(changed);
                Look();
            }

            return outcome;
        }
        finally
        {
            silencing.Release();
        }
    }

    /// <summary>Looks what is silenced now.</summary>
    private void Look()
    {
        lock (order)
        {
            var now = time.GetUtcNow();
            Tell(Board.Silence(Silences.At(now), now));
        }
    }

    private void Tell(IReadOnlyList<AlertChange> changes)
    {
        if (changes.Count > 0)
        {
            Array.ForEach(listeners, l => l.Take(changes));
        }
    }
}
