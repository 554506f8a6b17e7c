using Capacity.Core.Scanning;
using Capacity.Server.Forecasts;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Metrics;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Collects the cluster once. Joins pieces, decides nothing; the next trigger is the retry.</summary>
[DisallowConcurrentExecution]
internal sealed partial class CollectJob(
    ClusterWatch watch,
    SampleKeeper keeper,
    ProfileKeeper profiles,
    DemandKeeper demand,
    ServiceMetrics own,
    SourceLog sources,
    StopGrace grace,
    IdleMemory memory,
    JobsUnderWay underWay,
    TimeProvider time,
    ILogger<CollectJob> logger) : IJob
{
    public static readonly JobKey Key = new("collect", "cluster");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var working = underWay.Begin();
        var started = time.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, grace.Token);
        try
        {
            switch (await watch.CollectAsync(ending.Token))
            {
                case WatchOutcome.Seen(var report):
                    own.Collected(report.Picture, time.GetElapsedTime(started));
                    sources.Note(report.Picture.Sources);

                    await KeepAsync(report);
                    await KeepProfilesAsync(report);
                    await KeepDemandAsync(report);
                    break;

                case WatchOutcome.Blind(var reason):
                    own.Blind(time.GetElapsedTime(started));
                    LogBlind(reason);
                    break;
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            LogGivenUp();
        }

        memory.ReleaseNowAndThen();
    }

    /// <summary>Stores what is collected, whoever wants to stop: it takes a moment. Trouble that lasts is logged once, and what is lost by it each time.</summary>
    private async Task KeepAsync(ScanReport report)
    {
        var before = keeper.State;
        var trouble = await keeper.KeepAsync(report, CancellationToken.None);
        var after = keeper.State;
        if (trouble is not null && (before is { Trouble: null, InventoryTrouble: null } || after.CollectionsLost > before.CollectionsLost))
        {
            LogNotKept(trouble, after.CollectionsWaiting);
        }
        else if (before.Trouble is not null && trouble is null)
        {
            LogKeptAgain(before.CollectionsWaiting + 1);
        }
    }

    private async Task KeepProfilesAsync(ScanReport report)
    {
        var before = profiles.Trouble;
        if (await profiles.KeepAsync(report, CancellationToken.None) is { } trouble && before is null)
        {
            LogProfilesNotKept(trouble);
        }
    }

    private async Task KeepDemandAsync(ScanReport report)
    {
        var before = demand.Trouble;
        if (await demand.KeepAsync(report, CancellationToken.None) is { } trouble && before is null)
        {
            LogDemandNotKept(trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Demands were not stored, and are tried again: {Trouble}")]
    private partial void LogDemandNotKept(string trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "Usage profiles were not stored, and are tried again: {Trouble}")]
    private partial void LogProfilesNotKept(string trouble);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store takes samples again: {Stored} collections that waited are stored.")]
    private partial void LogKeptAgain(int stored);

    [LoggerMessage(Level = LogLevel.Error, Message = "A collection was not stored: {Trouble} {Waiting} wait and are tried again.")]
    private partial void LogNotKept(string trouble, int waiting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was collected: {Reason}")]
    private partial void LogBlind(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service stops, and a collection that waited for silent servers was given up.")]
    private partial void LogGivenUp();
}
