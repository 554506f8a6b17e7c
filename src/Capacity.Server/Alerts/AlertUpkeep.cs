using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Alerts;

/// <summary>Reads the alerts of before at the start, and lets their time pass from then on.</summary>
internal sealed partial class AlertUpkeep(AlertKeeper keeper, StormMemory memory, TimeProvider time, ILogger<AlertUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Nobody is answered before the alerts of before are there.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keeper.RestoreAsync(cancellationToken);
        }
        catch (IOException e)
        {
            LogUnread(e.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await PassAsync(stoppingToken);
                memory.Look();
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keeper.PassAsync(cancellationToken);
        }
        catch (IOException e)
        {
            LogUnstored(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The alerts and silences of before could not be read; alerts come again when they are sent again: {Reason}")]
    private partial void LogUnread(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts are not stored, and are tried again: {Reason}")]
    private partial void LogUnstored(string reason);
}
