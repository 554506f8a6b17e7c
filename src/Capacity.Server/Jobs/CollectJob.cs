using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Metrics;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Collects the cluster once. Joins pieces, decides nothing; the next trigger is the retry.</summary>
[DisallowConcurrentExecution]
internal sealed partial class CollectJob(
    ClusterWatch watch, SampleKeeper keeper, ServiceMetrics own, ClusterMetrics metrics, TimeProvider time, ILogger<CollectJob> logger) : IJob
{
    public static readonly JobKey Key = new("collect", "cluster");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        switch (await watch.CollectAsync(cancellationToken))
        {
            case WatchOutcome.Seen(var report):
                own.Collected(report.Picture, time.GetElapsedTime(started));
                metrics.Show(report);
                if (await keeper.KeepAsync(report, cancellationToken) is { } trouble)
                {
                    LogNotKept(trouble, keeper.Waiting);
                }

                foreach (var failed in report.Picture.Sources.Where(s => s.Failure is not null))
                {
                    LogUnread(failed.Kind.ToString(), failed.Address.ToString(), failed.Endpoint, failed.Failure!.Detail);
                }

                break;

            case WatchOutcome.Blind(var reason):
                own.Blind(time.GetElapsedTime(started));
                LogBlind(reason);
                break;
        }

        IdleMemory.Release();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Address}{Endpoint}: {Detail}")]
    private partial void LogUnread(string kind, string address, string endpoint, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "A collection was not stored: {Trouble} {Waiting} wait and are tried again.")]
    private partial void LogNotKept(string trouble, int waiting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was collected: {Reason}")]
    private partial void LogBlind(string reason);
}
