using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Incidents;
using Capacity.Server.Keeping;

namespace Capacity.Server.Incidents;

/// <summary>Takes announcements of changes. One is on disk, and the correlator knows of it, when its method ends.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read.</remarks>
internal sealed class ChangeKeeper(Stores stores, DeskInbox inbox, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Lists the changes that are not over, and those that ended after a time.</summary>
    public Task<IReadOnlyList<AnnouncedChange>> ListAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken) => stores.State.Incidents.ReadChangesAsync(endedAfter, cancellationToken);

    /// <summary>Announces a change.</summary>
    public Task<ChangeOutcome> StartAsync(AnnouncedChange change, CancellationToken cancellationToken) => DecideAsync(
        change.Id,
        (known, now) => known is not null
            ? new ChangeOutcome.Refused($"There is a change '{change.Id}' already: choose another id.")
            : new ChangeOutcome.Done(change with { StartedAt = now }),
        done => [new ContextEvent.ChangeStarted(done.Id, done.Kind, [.. done.Targets.Select(t => t.Host)], done.Expected, done.Grace)],
        cancellationToken);

    /// <summary>Says that a change takes one of its machines.</summary>
    public Task<ChangeOutcome> BeginAsync(string id, string host, CancellationToken cancellationToken) => DecideAsync(
        id,
        (known, now) => Target(known, id, host, t => t with { BeganAt = now, EndedAt = null, Succeeded = null }),
        done => [new ContextEvent.TargetBegan(done.Id, host)],
        cancellationToken);

    /// <summary>Says that a change has given one of its machines back.</summary>
    public Task<ChangeOutcome> EndAsync(string id, string host, bool succeeded, CancellationToken cancellationToken) => DecideAsync(
        id,
        (known, now) => Target(known, id, host, t => t with { BeganAt = t.BeganAt ?? now, EndedAt = now, Succeeded = succeeded }),
        done => [new ContextEvent.TargetEnded(done.Id, host, succeeded)],
        cancellationToken);

    /// <summary>Says that a change is over.</summary>
    public Task<ChangeOutcome> EndAsync(string id, CancellationToken cancellationToken) => DecideAsync(
        id,
        (known, now) => known is null ? new ChangeOutcome.Unknown($"There is no change '{id}'.") : new ChangeOutcome.Done(known with { EndedAt = known.EndedAt ?? now }),
        done => [new ContextEvent.ChangeFinished(done.Id)],
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private static ChangeOutcome Target(AnnouncedChange? known, string id, string host, Func<ChangeTarget, ChangeTarget> change) =>
        known is null ? new ChangeOutcome.Unknown($"There is no change '{id}'.")
        : known.EndedAt is not null ? new ChangeOutcome.Refused($"The change '{id}' is over: announce another.")
        : known.Targets.All(t => t.Host != host) ? new ChangeOutcome.Unknown($"The change '{id}' has no target '{host}', but {string.Join(", ", known.Targets.Take(20).Select(t => t.Host))}.")
        : new ChangeOutcome.Done(known with { Targets = [.. known.Targets.Select(t => t.Host == host ? change(t) : t)] });

    private async Task<ChangeOutcome> DecideAsync(
        string id, Func<AnnouncedChange?, DateTimeOffset, ChangeOutcome> decide, Func<AnnouncedChange, IReadOnlyList<ContextEvent>> events, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var all = await stores.State.Incidents.ReadChangesAsync(DateTimeOffset.MinValue, cancellationToken);
            var outcome = decide(all.FirstOrDefault(c => c.Id == id), time.GetUtcNow());
            if (outcome is ChangeOutcome.Done(var change))
            {
                var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                inbox.Add(new DeskInput.Announcement(change, events(change), stored));
                await stored.Task.WaitAsync(cancellationToken);
            }

            return outcome;
        }
        finally
        {
            one.Release();
        }
    }
}
