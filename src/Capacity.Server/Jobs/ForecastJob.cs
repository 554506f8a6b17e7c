using Capacity.Core.Planning.Forecasting.History;
using Capacity.Server.Forecasts;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Makes forecasts when a day is over, judges what runs out, and says again what holds.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ForecastJob(ForecastKeeper keeper, RunOutWatch runOut, JobsUnderWay underWay, StopGrace grace, ILogger<ForecastJob> logger) : IJob
{
    public static readonly JobKey Key = new("forecast", "cluster");

    public static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var working = underWay.Begin();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, grace.Token);
        try
        {
            keeper.Capacities();
            if (keeper.IsDue)
            {
                await keeper.MakeAsync(DemandStep.Day, ending.Token);
            }

            await runOut.LookAsync(ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The next life of the service makes its own.
        }
        catch (IOException e)
        {
            LogNotMade(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Forecasts were not made or kept, and are tried again in a minute: {Reason}")]
    private partial void LogNotMade(string reason);
}
