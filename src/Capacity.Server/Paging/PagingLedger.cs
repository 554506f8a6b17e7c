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
    private readonly IPagingStore store;
    private readonly PagingSettings settings;
    private readonly PagingCounters counters;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentDictionary<string, CircuitBreaker> breakers = new();
    private volatile IReadOnlyList<ReceiverBacklog> backlogs = [];
    private volatile UndeliveredPage? undelivered;

    /// <summary>Begins with what is on disk.</summary>
    /// <param name="store">Where decisions are kept.</param>
    /// <param name="configuration">Who is told of what.</param>
    /// <param name="counters">What is counted.</param>
    /// <param name="time">The clock.</param>
    public PagingLedger(IPagingStore store, ServiceConfiguration configuration, PagingCounters counters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(configuration);
        (this.store, settings) = (store, configuration.Paging);
        (this.counters, this.time) = (counters, time);
    }

    /// <summary>Gets why the last look at what is to be told failed; <see langword="null"/> where it did not.</summary>
    public string? Trouble { get; internal set; }

    /// <summary>Gets the last page that nobody got; <see langword="null"/> for none since the start.</summary>
    public UndeliveredPage? Undelivered => undelivered;

    /// <summary>Gets what wakes those who send.</summary>
    internal PagingSignal Work { get; } = new();

    /// <summary>Gets or sets what waits.</summary>
    internal IReadOnlyList<ReceiverBacklog> Backlogs
    {
        get => backlogs;
        set => backlogs = value;
    }

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

            // What is not there any more was superseded or withdrawn while it was under way.
            var current = file.Deliveries.FirstOrDefault(d => d.Key == sent.Key) ?? sent.Done(DeliveryState.Superseded, now);
            var changes = OutcomePlanner.Plan(current, outcome, file, Routing, settings.Retry, now);
            if (current.Action == DeliveryAction.Digest)
            {
                var tickets = await store.ReadDigestAsync(current.Incident, cancellationToken);
                changes = changes with { Changed = [.. changes.Changed, .. DigestPlanner.Settle(changes.Changed.First(d => d.Key == current.Key), tickets, now)] };
            }

            await StoreAsync(file, changes, now, cancellationToken);
        },
        cancellationToken);

    /// <summary>What the last attempts say of a receiver.</summary>
    internal CircuitBreaker Breaker(string receiver) => breakers.GetValueOrDefault(receiver, CircuitBreaker.Closed);

    /// <summary>Stores what follows for an incident, counts what ended, and keeps in mind what nobody got.</summary>
    internal async Task StoreAsync(IncidentFile file, PagingChanges changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await store.WriteAsync([changes], cancellationToken);
        List<Delivery> ended = [.. changes.Changed.Where(c => c.IsDone && file.Deliveries.All(d => d.Key != c.Key || !d.IsDone))];
        counters.Done(ended);
        counters.Told(file.Incident, changes.Incident);
        if (ended.Find(d => d is { Action: DeliveryAction.Page, State: DeliveryState.Refused or DeliveryState.Expired, IsUncertain: false, StandIn: null }) is { } lost
            && !file.Deliveries.Any(d => d.Action == DeliveryAction.Page && d.Key != lost.Key && (d.IsTold || !d.IsDone)))
        {
            undelivered = new(lost.Incident, lost.Receiver, lost.LastError ?? "", now);
        }
    }

    /// <summary>Makes one decision, while nobody else does, and wakes those who send.</summary>
    internal async Task ChangeAsync(Func<DateTimeOffset, Task> change, CancellationToken cancellationToken)
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
}
