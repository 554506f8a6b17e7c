using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Paging.Receivers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Paging;

/// <summary>Asks for an address as long as the service does its work. Whoever watches that address tells people when it falls silent.</summary>
internal sealed partial class Heartbeat(ServiceConfiguration configuration, ServiceHealth health, PagingCounters counters, TimeProvider time, ILogger<Heartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ReceiverHttp http = new(null, Patience, time);
    private string? withheld;

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    /// <summary>Gives one sign of life, or says why not.</summary>
    internal async Task BeatAsync(HeartbeatSettings settings, CancellationToken cancellationToken)
    {
        var reason = health.Unfit();
        if (reason is not null)
        {
            counters.Heartbeat("withheld");
            if (withheld is null)
            {
                LogWithheld(reason);
            }
        }
        else if ((await http.SendAsync(new(HttpMethod.Get, settings.Address), cancellationToken)).Outcome is not SendOutcome.Taken and var outcome)
        {
            counters.Heartbeat("failed");
            LogFailed(settings.Address.Host, outcome switch { SendOutcome.Failed(var why) => why, SendOutcome.Refused(var why) => why, _ => "" });
        }
        else
        {
            counters.Heartbeat("ok");
        }

        withheld = reason;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration.Paging.Heartbeat is not { } settings)
        {
            return;
        }

        using var timer = new PeriodicTimer(settings.Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await BeatAsync(settings, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No sign of life is given, for the service does not do its work: {Reason}")]
    private partial void LogWithheld(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign of life did not reach {Host}: {Reason}")]
    private partial void LogFailed(string host, string reason);
}
