using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Paging.Receivers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Paging;

/// <summary>Tells Alertmanagers again what is open, and that this service is there.</summary>
internal sealed partial class Repeater(
    ReceiverSet receivers, MessageComposer composer, ServiceHealth health, ServiceConfiguration configuration, PagingCounters counters, TimeProvider time, ILogger<Repeater> logger) : BackgroundService
{
    /// <summary>More alerts than any Alertmanager wants of one sender at once.</summary>
    private const int Most = 1000;

    private static readonly TimeSpan TicketLife = TimeSpan.FromDays(1);

    /// <summary>Tells one Alertmanager once.</summary>
    internal async Task RepeatAsync(AlertmanagerReceiver receiver, CancellationToken cancellationToken)
    {
        try
        {
            var watchdog = receiver.Settings.Watchdog && health.Unfit() is null ? configuration.ClusterName : null;
            var open = await composer.ComposeOpenAsync(receiver.Settings.Name, time.GetUtcNow() - TicketLife, Most, cancellationToken);
            var started = time.GetTimestamp();
            if ((open.Count > 0 || watchdog is not null)
                && await receiver.RepeatAsync(open, watchdog, composer.Pages, cancellationToken) is var outcome)
            {
                counters.Attempted(receiver.Settings.Name, outcome, time.GetElapsedTime(started));
                if (outcome is SendOutcome.Failed(var reason))
                {
                    LogFailed(receiver.Settings.Name, reason);
                }
                else if (outcome is SendOutcome.Refused(var refusal))
                {
                    LogFailed(receiver.Settings.Name, refusal);
                }
            }
        }
        catch (IOException e)
        {
            LogFailed(receiver.Settings.Name, e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(receivers.All.Values.OfType<AlertmanagerReceiver>().Select(r => RepeatForEverAsync(r, stoppingToken)));
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }

    private async Task RepeatForEverAsync(AlertmanagerReceiver receiver, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(receiver.Settings.ResendInterval, time);
        do
        {
            await RepeatAsync(receiver, cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Receiver} was not told again what is open: {Reason}")]
    private partial void LogFailed(string receiver, string reason);
}
