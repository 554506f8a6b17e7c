using Capacity.Server.Reviewing;
using Capacity.Server.RightSizing.Reports;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Sends the weekly reports that are due, and again those that could not be sent.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ReportJob(ReportSender teams, ReviewSender review, ILogger<ReportJob> logger) : IJob
{
    public static readonly JobKey Key = new("report", "rightsizing");

    public static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await teams.SendAsync(cancellationToken);
            await review.SendAsync(cancellationToken);
        }
        catch (IOException e)
        {
            LogTrouble(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reports were not sent, and are tried again: {Reason}")]
    private partial void LogTrouble(string reason);
}
