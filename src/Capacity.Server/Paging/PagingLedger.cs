using System.Collections.Concurrent;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;
using Capacity.Server.Configuration;

namespace Capacity.Server.Paging;

/// <summary>
/// Knows who is to be told what, and how far that is. Every decision is on disk before anything is sent, and stands on what is on disk: whenever the
/// service is killed, it goes on from there. One decision at a time.
/// </summary>
public sealed class PagingLedger : IDisposable
{
    private const int BatchSize = 100;

    private readonly IPagingStore store;
    private readonly INoticeLog? notices;
    private readonly PagingSettings settings;
    private readonly PagingCounters counters;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentDictionary<string, CircuitBreaker> breakers = new();
    private volatile IReadOnlyList<ReceiverBacklog> backlogs = [];
    private volatile UndeliveredPage? undelivered;
    private volatile string? trouble;
    private long? position;

    /// <summary>Begins with what is on disk.</summary>
    /// <param name="store">Where decisions are kept.</param>
    /// <param name="configuration">Who is told of what.</param>
    /// <param name="counters">What is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="notices">What is to be told; <see langword="null"/> where nobody decides.</param>
    public PagingLedger(IPagingStore store, ServiceConfiguration configuration, PagingCounters counters, TimeProvider time, INoticeLog? notices = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(configuration);
        (this.store, settings) = (store, configuration.Paging);
        (this.counters, this.time, this.notices) = (counters, time, notices);
    }

    /// <summary>Gets why the last look at what is to be told failed; <see langword="null"/> where it did not.</summary>
    public string? Trouble => trouble;

    /// <summary>Gets the last page that nobody got; <see langword="null"/> for none since the start.</summary>
    public UndeliveredPage? Undelivered => undelivered;

    /// <summary>Gets what wakes those who send.</summary>
    internal PagingSignal Work { get; } = new();

    private RoutingPlan Routing => settings.Routing;

    /// <summary>Lists how receivers are: those of the configuration, and others that something still waits for.</summary>
    public IReadOnlyList<ReceiverState> Receivers()
    {
        var waiting = backlogs;
        return
        [
            .. settings.Receivers.Select(r => r.Name).Union(waiting.Select(b => b.Receiver))
                .Select(n => new ReceiverState(n, Breaker(n), waiting.FirstOrDefault(b => b.Receiver == n) ?? new(n, 0, 0, null))),
        ];
    }

    /// <summary>Takes on an incident in somebody's name.</summary>
    /// <returns>The incident as it is now; <see langword="null"/> where nothing was ever told of it.</returns>
    /// <exception cref="IOException">It can't be stored.</exception>
    public Task<PagedIncident?> AcknowledgeAsync(string incident, string by, string text, CancellationToken cancellationToken) =>
        NoteAsync(incident, NoteKind.Acknowledgement, by, text, NotePlanner.Acknowledge, cancellationToken);

    /// <summary>Notes what somebody says.</summary>
    /// <returns>The incident as it is now; <see langword="null"/> where nothing was ever told of it.</returns>
    /// <exception cref="IOException">It can't be stored.</exception>
    public Task<PagedIncident?> CommentAsync(string incident, string by, string text, CancellationToken cancellationToken) =>
        NoteAsync(incident, NoteKind.Comment, by, text, NotePlanner.Comment, cancellationToken);

    /// <summary>Reads what was told of an incident, and what people said; <see langword="null"/> where nothing was ever told of it.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public async Task<PagingRecord?> ReadAsync(string incident, CancellationToken cancellationToken) =>
        (await store.ReadFileAsync(incident, cancellationToken)).Incident is { } known
            ? new(known, await store.ReadDeliveriesAsync(incident, cancellationToken), await store.ReadNotesAsync(incident, cancellationToken))
            : null;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>Decides everything that is due: new notices, escalations, ends of quiet hours, fallbacks.</summary>
    internal async Task DecideAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakeNoticesAsync(cancellationToken);
            await EscalateAsync(cancellationToken);
            await ReleaseAsync(cancellationToken);
            await FallBackAsync(cancellationToken);
            backlogs = await store.ReadBacklogsAsync(cancellationToken);
            trouble = null;
        }
        catch (IOException e)
        {
            trouble = e.Message;
        }
    }

    /// <summary>Finds what a receiver gets next; nothing while it is left alone.</summary>
    internal async Task<Delivery?> NextAsync(string receiver, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Breaker(receiver).Allows(now) ? await store.ReadNextAsync(receiver, now, cancellationToken) : null;
    }

    /// <summary>Takes in what came of an attempt.</summary>
    internal void Note(string receiver, SendOutcome outcome) =>
        breakers.AddOrUpdate(receiver, name => CircuitBreaker.Closed.After(outcome, settings.Breaker, time.GetUtcNow()), (_, before) => before.After(outcome, settings.Breaker, time.GetUtcNow()));

    /// <summary>Stores what came of a message.</summary>
    /// <exception cref="IOException">It can't be stored; nothing else may be sent to the receiver before it is.</exception>
    internal Task SettleAsync(Delivery sent, SendOutcome outcome, CancellationToken cancellationToken) => ChangeAsync(
        async now =>
        {
            var file = await store.ReadFileAsync(sent.Incident, cancellationToken);
            var current = file.Deliveries.FirstOrDefault(d => d.Key == sent.Key) ?? sent;
            var changes = OutcomePlanner.Plan(current, outcome, file, Routing, settings.Retry, now);
            if (current.Action == DeliveryAction.Digest)
            {
                var tickets = await store.ReadDigestAsync(current.Incident, cancellationToken);
                changes = changes with { Changed = [.. changes.Changed, .. DigestPlanner.Settle(changes.Changed.First(d => d.Key == current.Key), tickets, now)] };
            }

            await store.WriteAsync([changes], cancellationToken);
            Look(file, changes, now);
        },
        cancellationToken);

    private async Task TakeNoticesAsync(CancellationToken cancellationToken)
    {
        while (notices is not null)
        {
            position ??= await store.ReadPositionAsync(cancellationToken);
            var batch = await notices.ReadAsync(position.Value, BatchSize, cancellationToken);
            if (batch.Count == 0)
            {
                return;
            }

            await ChangeAsync(_ => TakeAsync(batch, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Notices of different incidents go to disk together; a second one of the same incident stands on what was decided of the first.</summary>
    private async Task TakeAsync(IReadOnlyList<IncidentNotice> batch, CancellationToken cancellationToken)
    {
        Dictionary<string, PagingChanges> together = [];
        foreach (var notice in batch)
        {
            if (together.ContainsKey(notice.Incident))
            {
                await WriteAsync();
            }

            together[notice.Incident] = NoticePlanner.Plan(notice, await store.ReadFileAsync(notice.Incident, cancellationToken), Routing, time.GetUtcNow());
        }

        await WriteAsync();

        async Task WriteAsync()
        {
            await store.WriteAsync(together.Values, cancellationToken);
            position = together.Values.Max(c => c.Position);
            counters.Done(together.Values.SelectMany(c => c.Changed));
            together.Clear();
        }
    }

    private async Task EscalateAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await store.ReadEscalatingAsync(time.GetUtcNow(), BatchSize, cancellationToken))
        {
            await ChangeAsync(
                async now => await store.WriteAsync([EscalationPlanner.Plan(await store.ReadFileAsync(due.Incident, cancellationToken), Routing, now)], cancellationToken),
                cancellationToken);
        }
    }

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if ((await store.ReadReleasedAsync(now, 1, cancellationToken)).Count > 0)
        {
            await ChangeAsync(
                async _ => await store.WriteAsync(DigestPlanner.Plan(await store.ReadReleasedAsync(now, 10 * BatchSize, cancellationToken), now), cancellationToken),
                cancellationToken);
        }
    }

    private async Task FallBackAsync(CancellationToken cancellationToken)
    {
        foreach (var receiver in settings.Receivers.Select(r => r.Name).Where(n => Routing.TraitsOf(n).Fallback is not null))
        {
            var now = time.GetUtcNow();
            var since = Breaker(receiver).IsOpen ? now : now - settings.FallbackAfter;
            foreach (var call in await store.ReadOverdueAsync(receiver, since, BatchSize, cancellationToken))
            {
                await ChangeAsync(at => FallBackAsync(call, at, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task FallBackAsync(Delivery call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var file = await store.ReadFileAsync(call.Incident, cancellationToken);
        if (file.Deliveries.FirstOrDefault(d => d.Key == call.Key) is { IsDone: false } current)
        {
            var changes = FallbackPlanner.Plan(current, file, Routing, now);
            await store.WriteAsync([changes], cancellationToken);
            Look(file, changes, now);
        }
    }

    private async Task<PagedIncident?> NoteAsync(
        string incident, NoteKind kind, string by, string text, Func<IncidentFile, IncidentNote, RoutingPlan, PagingChanges> plan, CancellationToken cancellationToken)
    {
        PagedIncident? noted = null;
        await ChangeAsync(
            async now =>
            {
                var file = await store.ReadFileAsync(incident, cancellationToken);
                if (file.Incident is { } known)
                {
                    var notes = await store.ReadNotesAsync(incident, cancellationToken);
                    var changes = plan(file, new(incident, notes.Count + 1, kind, now, by, text), Routing);
                    await store.WriteAsync([changes], CancellationToken.None);
                    counters.Acknowledged(known, changes.Incident);
                    noted = changes.Incident ?? known;
                }
            },
            cancellationToken);
        return noted;
    }

    private CircuitBreaker Breaker(string receiver) => breakers.GetValueOrDefault(receiver, CircuitBreaker.Closed);

    /// <summary>Counts what ended, and keeps in mind what nobody got.</summary>
    private void Look(IncidentFile file, PagingChanges changes, DateTimeOffset now)
    {
        List<Delivery> ended = [.. changes.Changed.Where(c => c.IsDone && file.Deliveries.All(d => d.Key != c.Key || !d.IsDone))];
        counters.Done(ended);
        counters.Told(file.Incident, changes.Incident);
        if (ended.Find(d => d is { Action: DeliveryAction.Page, State: DeliveryState.Refused or DeliveryState.Expired, IsUncertain: false, StandIn: null }) is { } lost)
        {
            undelivered = new(lost.Incident, lost.Receiver, lost.LastError ?? "", now);
        }
    }

    private async Task ChangeAsync(Func<DateTimeOffset, Task> change, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await change(time.GetUtcNow());
        }
        finally
        {
            gate.Release();
        }

        Work.Wake();
    }
}
