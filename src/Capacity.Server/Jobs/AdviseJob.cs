using Capacity.Server.RightSizing;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Computes all advice when it is due. It looks often, so that the first comes soon after the first collection.</summary>
[DisallowConcurrentExecution]
internal sealed partial class AdviseJob(AdviceKeeper keeper, JobsUnderWay underWay, ILogger<AdviseJob> logger) : IJob
{
    public static readonly JobKey Key = new("advise", "rightsizing");

    public static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!keeper.IsDue)
        {
            return;
        }

        using var working = underWay.Begin();
        try
        {
            await keeper.ComputeAsync(cancellationToken);
        }
        catch (IOException e)
        {
            LogNotComputed(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Advice was not computed, and is tried again in a minute: {Reason}")]
    private partial void LogNotComputed(string reason);
}
