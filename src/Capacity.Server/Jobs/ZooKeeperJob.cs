using Capacity.Server.Live;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Looks at ZooKeeper: its servers' own figures and the sizes of nodes. Apart from collections, which do not wait for the walk.</summary>
[DisallowConcurrentExecution]
internal sealed class ZooKeeperJob(ClusterWatch watch, StopGrace grace) : IJob
{
    public static readonly JobKey Key = new("zookeeper", "cluster");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, grace.Token);
        try
        {
            await watch.LookAtZooKeeperAsync(ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Nothing is lost with a look.
        }
    }
}
