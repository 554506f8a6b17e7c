using Capacity.Server.Forecasts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Keeping;

/// <summary>Hands in what waits when the service ends. It is stopped after the jobs, for it is started before them.</summary>
internal sealed partial class LastFlush(SampleKeeper keeper, ProfileKeeper profiles, DemandKeeper demand, ILogger<LastFlush> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await keeper.FlushAsync(CancellationToken.None) is { } trouble)
        {
            LogLost(trouble, keeper.State.CollectionsWaiting);
        }

        if (await profiles.CheckpointAsync(CancellationToken.None) is { } unkept)
        {
            LogUnkept(unkept);
        }

        if (await demand.CheckpointAsync(CancellationToken.None) is { } lost)
        {
            LogDemandLost(lost);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The service ends, and {Waiting} collections could not be stored: {Trouble}")]
    private partial void LogLost(string trouble, int waiting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service ends, and the demands of the last minutes could not be stored: {Trouble}")]
    private partial void LogDemandLost(string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service ends without a checkpoint of usage; the next start makes it from the samples: {Trouble}")]
    private partial void LogUnkept(string trouble);
}
