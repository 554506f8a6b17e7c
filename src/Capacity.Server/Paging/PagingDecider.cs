using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;
using Capacity.Server.Configuration;

namespace Capacity.Server.Paging;

/// <summary>Decides everything that is due by itself: new notices, escalations, ends of quiet hours, fallbacks.</summary>
internal sealed class PagingDecider(IPagingStore store, PagingLedger ledger, ServiceConfiguration configuration, PagingCounters counters, TimeProvider time, INoticeLog notices)
{
    private const int BatchSize = 100;

    private readonly PagingSettings settings = configuration.Paging;
    private long? position;

    private RoutingPlan Routing => settings.Routing;

    /// <summary>Decides it.</summary>
    public async Task DecideAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakeNoticesAsync(cancellationToken);
            await EscalateAsync(cancellationToken);
            await ReleaseAsync(cancellationToken);
            await FallBackAsync(cancellationToken);
            ledger.Backlogs = await store.ReadBacklogsAsync(cancellationToken);
            ledger.Trouble = null;
        }
        catch (IOException e)
        {
            ledger.Trouble = e.Message;
        }
    }

    private async Task TakeNoticesAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            position ??= await store.ReadPositionAsync(cancellationToken);
            var batch = await notices.ReadAsync(position.Value, BatchSize, cancellationToken);
            if (batch.Count == 0)
            {
                return;
            }

            await ledger.ChangeAsync(_ => TakeAsync(batch, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Notices of different incidents go to disk together; a second one of the same incident stands on what was decided of the first.</summary>
    private async Task TakeAsync(IReadOnlyList<IncidentNotice> batch, CancellationToken cancellationToken)
    {
        List<PagingChanges> together = [];
        HashSet<string> incidents = [];
        foreach (var notice in batch)
        {
            if (!incidents.Add(notice.Incident))
            {
                await StoreAsync();
                incidents = [notice.Incident];
            }

            together.Add(NoticePlanner.Plan(notice, await store.ReadFileAsync(notice.Incident, cancellationToken), Routing, time.GetUtcNow()));
        }

        await StoreAsync();

        async Task StoreAsync()
        {
            await store.WriteAsync(together, cancellationToken);
            position = together[^1].Position;
            counters.Done(together.SelectMany(c => c.Changed));
            together = [];
        }
    }

    private async Task EscalateAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await store.ReadEscalatingAsync(time.GetUtcNow(), BatchSize, cancellationToken))
        {
            await ledger.ChangeAsync(
                async now => await store.WriteAsync([EscalationPlanner.Plan(await store.ReadFileAsync(due.Incident, cancellationToken), Routing, now)], cancellationToken),
                cancellationToken);
        }
    }

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if ((await store.ReadReleasedAsync(now, 1, cancellationToken)).Count > 0)
        {
            await ledger.ChangeAsync(
                async _ => await store.WriteAsync(DigestPlanner.Plan(await store.ReadReleasedAsync(now, 10 * BatchSize, cancellationToken), now), cancellationToken),
                cancellationToken);
        }
    }

    private async Task FallBackAsync(CancellationToken cancellationToken)
    {
        foreach (var receiver in settings.Receivers.Select(r => r.Name).Where(n => Routing.TraitsOf(n).Fallback is not null))
        {
            var now = time.GetUtcNow();
            var since = ledger.Breaker(receiver).IsOpen ? now : now - settings.FallbackAfter;
            foreach (var call in await store.ReadOverdueAsync(receiver, since, BatchSize, cancellationToken))
            {
                await ledger.ChangeAsync(at => FallBackAsync(call, at, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task FallBackAsync(Delivery call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var file = await store.ReadFileAsync(call.Incident, cancellationToken);
        if (file.Deliveries.FirstOrDefault(d => d.Key == call.Key) is { IsDone: false } current)
        {
            await ledger.StoreAsync(file, FallbackPlanner.Plan(current, file, Routing, now), now, cancellationToken);
        }
    }
}
