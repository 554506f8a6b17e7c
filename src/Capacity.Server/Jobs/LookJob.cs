using Capacity.Core.Cluster;
using Capacity.Server.Live;
using Capacity.Server.Metrics;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Looks at the masters alone, so that an election or a lost agent is seen before the next collection. Stores nothing: there is no usage in it.</summary>
[DisallowConcurrentExecution]
internal sealed class LookJob(ClusterWatch watch, ServiceMetrics own, SourceLog sources, StopGrace grace, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("look", "cluster");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, grace.Token);
        try
        {
            if (await watch.LookAsync(ending.Token) is { Picture: var picture })
            {
                own.Looked(picture, time.GetElapsedTime(started));
                sources.Note(picture.Sources.Where(s => s.Kind == SourceKind.Master));
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Nothing is lost with a look.
        }
    }
}
