using Capacity.Core.Planning.Forecasting.History;
using Capacity.Server.Configuration;
using Capacity.Server.Forecasts;
using Capacity.Server.Keeping;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Capacity.Server.Jobs;

/// <summary>Seals days that are over, drops what is older than the retention, and says what the store complains of.</summary>
[DisallowConcurrentExecution]
internal sealed partial class MaintainJob(Stores stores, ServiceConfiguration configuration, TimeProvider time, ILogger<MaintainJob> logger) : IJob
{
    public static readonly JobKey Key = new("maintain", "stores");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var known = stores.Samples.Health.Alarms.Count;
        await stores.Samples.MaintainAsync(cancellationToken);
        try
        {
            await stores.State.Profiles.DropBeforeAsync(DateOnly.FromDateTime((time.GetUtcNow() - configuration.KeepSummaries).UtcDateTime), cancellationToken);
            await stores.State.Packing.DropBeforeAsync(time.GetUtcNow() - configuration.KeepSummaries, cancellationToken);
            await stores.State.Demand.DropBeforeAsync(DemandStep.Hour, time.GetUtcNow() - DemandHistory.KeepHours, cancellationToken);
            await stores.State.Demand.DropBeforeAsync(DemandStep.Day, time.GetUtcNow() - configuration.KeepSummaries, cancellationToken);
            await stores.State.Forecasts.DropBeforeAsync(time.GetUtcNow() - configuration.KeepSummaries, cancellationToken);
        }
        catch (IOException e)
        {
            LogAlarm(e.Message);
        }

        foreach (var alarm in stores.Samples.Health.Alarms.Skip(known))
        {
            LogAlarm(alarm.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Store: {Message}")]
    private partial void LogAlarm(string message);
}
