using Capacity.Core.Alerting.Paging;
using Capacity.Server.Configuration;
using Capacity.Server.Incidents;
using Capacity.Server.Paging.Receivers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Paging;

/// <summary>Tells people of incidents: one loop decides, and one for each receiver sends, so that a receiver that hangs holds up nobody else.</summary>
internal sealed partial class Pager(
    PagingLedger ledger,
    PagingDecider decider,
    ReceiverSet receivers,
    MessageComposer composer,
    PagingCounters counters,
    NoticeSignal signal,
    IPagingStore store,
    ServiceConfiguration configuration,
    TimeProvider time,
    ILoggerFactory loggers,
    ILogger<Pager> logger) : BackgroundService
{
    /// <summary>How long nobody looks who was not woken.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan UpkeepInterval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task[] loops = [DecideAsync(stoppingToken), DropAsync(stoppingToken), .. (await NamesAsync(stoppingToken)).Select(n => SendAsync(Line(n), stoppingToken))];

        // None of them ends by itself: if one does, the service must not look as if it told people.
        await Task.WhenAny(loops);
        foreach (var loop in loops.OrderByDescending(l => l.IsFaulted))
        {
            try
            {
                await loop;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The service ends, and what was under way is done.
            }
        }
    }

    private ReceiverLine Line(string name) =>
        new(name, receivers.All.GetValueOrDefault(name) ?? new RemovedReceiver(), ledger, composer, counters, time, loggers.CreateLogger<ReceiverLine>());

    private async Task<IEnumerable<string>> NamesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await store.ReadBacklogsAsync(cancellationToken)).Select(b => b.Receiver).Union(receivers.All.Keys);
        }
        catch (IOException e)
        {
            LogTrouble(e.Message);
            return receivers.All.Keys;
        }
    }

    private async Task DecideAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (next, before) = (signal.Next, ledger.Trouble);
            await decider.DecideAsync(cancellationToken);
            if (ledger.Trouble is { } trouble && before is null)
            {
                LogTrouble(trouble);
            }

            await WaitAsync(next, cancellationToken);
        }
    }

    private async Task SendAsync(ReceiverLine line, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = ledger.Work.Next;
            while (await line.SendNextAsync(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            await WaitAsync(next, cancellationToken);
        }
    }

    private async Task DropAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await store.DropBeforeAsync(time.GetUtcNow() - configuration.Paging.KeepDeliveries, cancellationToken);
            }
            catch (IOException e)
            {
                LogTrouble(e.Message);
            }

            await Task.Delay(UpkeepInterval, time, cancellationToken);
        }
    }

    private async Task WaitAsync(Task woken, CancellationToken cancellationToken)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(woken, Task.Delay(Tick, time, rest.Token));
        await rest.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody is told of incidents until the state can be read and written: {Reason}")]
    private partial void LogTrouble(string reason);
}
