using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Subjects;
using Capacity.Core.Scanning;
using Capacity.Server.Alerts;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Incidents;

/// <summary>Runs the desk: what comes in is decided upon in rounds, and a round is on disk before anybody is told of it.</summary>
internal sealed partial class IncidentDesk(
    DeskInbox inbox, AlertKeeper keeper, ClusterWatch watch, Stores stores, ServiceConfiguration configuration, NoticeSignal signal, DeskFigures figures, ReceivedLog received, TimeProvider time, ILogger<IncidentDesk> logger)
    : BackgroundService
{
    /// <summary>The longest sleep: the machine's clock and the service's may run at different speeds, and pictures of the cluster are looked for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>The shortest time from one round with alerts to the next, by the machine's clock: what comes meanwhile is decided upon and written together. A storm comes in hundreds of requests.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CompareEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DropEvery = TimeSpan.FromHours(6);

    private Desk? desk;
    private IncidentBatch? unstored;
    private List<DeskInput> waiting = [];
    private long? tookAt;
    private ScanReport? seen;
    private DateTimeOffset countedAt;
    private DateTimeOffset comparedAt;
    private DateTimeOffset droppedAt;
    private volatile string? trouble;

    /// <summary>Gets why decisions are not stored, and so nobody is told of them; <see langword="null"/> where they are.</summary>
    public string? Trouble => trouble;

    /// <summary>Gets the machines that are known.</summary>
    public IReadOnlyList<Machine> Machines => desk?.Machines ?? [];

    /// <summary>What was known is there before anybody is answered.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RestoreAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await inbox.WaitAsync(UntilDue(), Longest, stoppingToken);
                await GatherAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // The last round is below: what was acknowledged is decided upon before the service ends.
            }

            await RoundAsync();
        }
    }

    private async Task GatherAsync(CancellationToken cancellationToken)
    {
        if (tookAt is { } before && Gather - TimeProvider.System.GetElapsedTime(before) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, TimeProvider.System, cancellationToken);
        }
    }

    private TimeSpan UntilDue()
    {
        var due = desk?.NextWakeUp - time.GetUtcNow() ?? Longest;
        return unstored is not null || due > Longest ? Longest : due > TimeSpan.Zero ? due : TimeSpan.Zero;
    }

    private async Task RoundAsync()
    {
        if (desk is null)
        {
            await RestoreAsync(CancellationToken.None);
        }

        if (desk is null)
        {
            return;
        }

        // What comes from here on is in the next round, and nothing is decided that it may change: that an alert is not sent any more, above all.
        var now = time.GetUtcNow();
        var inputs = inbox.TakeAll();
        tookAt = inputs.Exists(i => i is DeskInput.Alerts) ? TimeProvider.System.GetTimestamp() : null;
        inputs.ForEach(i => Take(desk, i));
        LookAround(desk, now);
        var (batch, decisions) = desk.Advance(now);
        figures.Decided(desk.Correlator, decisions);
        waiting.AddRange(inputs);
        await StoreAsync(unstored is null ? batch : unstored.With(batch));
    }

    private void Take(Desk at, DeskInput input)
    {
        switch (input)
        {
            case DeskInput.Alerts(var changes, _):
                at.Take(changes);
                break;
            case DeskInput.Announcement(var change, var events, _):
                at.Take(change, events, time.GetUtcNow());
                received.Take(events, time.GetUtcNow());
                break;
        }
    }

    private void LookAround(Desk at, DateTimeOffset now)
    {
        if (watch.Latest is { } report && !ReferenceEquals(report, seen))
        {
            seen = report;
            var (machines, events) = at.Look(report, now);
            if (machines is not null)
            {
                received.Take(machines);
            }

            received.Take(events, now);
        }

        if (now - countedAt >= CountEvery)
        {
            countedAt = now;
            figures.Count(at.Correlator);
        }

        if (now - comparedAt >= CompareEvery)
        {
            comparedAt = now;
            at.Compare(keeper.Board.Pick, now);
        }
    }

    private async Task StoreAsync(IncidentBatch batch)
    {
        try
        {
            if (!batch.IsEmpty)
            {
                await stores.State.Incidents.WriteAsync(batch, CancellationToken.None);
            }

            (unstored, trouble) = (null, null);
        }
        catch (IOException e)
        {
            if (trouble is null)
            {
                LogUnstored(e.Message);
            }

            (unstored, trouble) = (batch, e.Message);
            return;
        }

        if (batch.Notices.Count > 0)
        {
            signal.Raise();
        }

        Done();
        await DropOldAsync();
    }

    /// <summary>What came in is decided upon, and that is on disk.</summary>
    private void Done()
    {
        foreach (var input in waiting)
        {
            switch (input)
            {
                case DeskInput.Alerts(var changes, var timestamp):
                    figures.Took(changes, time.GetElapsedTime(timestamp));
                    break;
                case DeskInput.Announcement(_, _, var stored):
                    stored.TrySetResult();
                    break;
            }
        }

        waiting = [];
    }

    private async Task DropOldAsync()
    {
        var now = time.GetUtcNow();
        if (now - droppedAt < DropEvery)
        {
            return;
        }

        droppedAt = now;
        try
        {
            await stores.State.Incidents.DropEndedBeforeAsync(now - configuration.Alerts.KeepIncidents, CancellationToken.None);
        }
        catch (IOException e)
        {
            LogUndropped(e.Message);
        }
    }

    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = await stores.State.Incidents.ReadStateAsync(labels => keeper.Board.Find(labels)?.Labels ?? Share(labels), cancellationToken);
            desk = new(configuration, state, time.GetUtcNow());
            trouble = null;
        }
        catch (IOException e)
        {
            // To go on without it would tell everything anew.
            trouble = e.Message;
            LogUnread(e.Message);
        }
    }

    private LabelSet Share(LabelSet labels) => LabelSet.Create(labels, keeper.Pool);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was known of incidents can't be read, and nothing is decided until it can: {Reason}")]
    private partial void LogUnread(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Decisions are not stored, and nobody is told of them until they are: {Reason}")]
    private partial void LogUnstored(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Incidents that are long over were not dropped, and are the next time: {Reason}")]
    private partial void LogUndropped(string reason);
}
