using Capacity.Core.Packing.History;
using Capacity.Core.TimeSeries;
using Capacity.Server.Keeping;
using Capacity.Server.Packing;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Works out the packing report when it is due, and keeps its headline figures. It looks often, so that the first comes soon after the first collection.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PackingJob(PackingKeeper keeper, Stores stores, JobsUnderWay underWay, StopGrace grace, ILogger<PackingJob> logger) : IJob
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
            if (await Task.Run(() => keeper.Measure(ending.Token), ending.Token) is { } report)
            {
                await stores.State.Packing.AppendAsync(PackingPoints.OfGroups(report), ending.Token);
                if (await stores.Samples.AppendPackingAsync(report.At, PackingPoints.OfAgents(report), ending.Token) is AppendOutcome.Failed(_, var reason))
                {
                    LogNotKept(reason);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The next life of the service makes its own.
        }
        catch (IOException e)
        {
            LogNotKept(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figures of packing were not kept, which leaves a gap in their history: {Reason}")]
    private partial void LogNotKept(string reason);
}
