using Capacity.Server.Checks;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Does the checks, as often as the masters are looked at; what fires is sent again each time.</summary>
[DisallowConcurrentExecution]
internal sealed partial class CheckJob(CheckKeeper keeper, JobsUnderWay underWay, ILogger<CheckJob> logger) : IJob
{
    public static readonly JobKey Key = new("check", "cluster");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var working = underWay.Begin();
        try
        {
            await keeper.LookAsync();
        }
        catch (IOException e)
        {
            LogNotStored(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What checks found is not stored, and is tried again: {Reason}")]
    private partial void LogNotStored(string reason);
}
