using Capacity.Server.Packing;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Works out the packing report when it is due. It looks often, so that the first comes soon after the first collection.</summary>
[DisallowConcurrentExecution]
internal sealed class PackingJob(PackingKeeper keeper, JobsUnderWay underWay, StopGrace grace) : IJob
{
    public static readonly JobKey Key = new("packing", "cluster");

    public static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!keeper.IsDue)
        {
            return;
        }

        using var working = underWay.Begin();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, grace.Token);
        try
        {
            await Task.Run(() => keeper.Measure(ending.Token), ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The next life of the service makes its own.
        }
    }
}
