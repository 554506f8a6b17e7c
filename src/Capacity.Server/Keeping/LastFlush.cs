using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Keeping;

/// <summary>Hands in what waits when the service ends. It is stopped after the jobs, for it is started before them.</summary>
internal sealed partial class LastFlush(SampleKeeper keeper, ILogger<LastFlush> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (await keeper.FlushAsync(CancellationToken.None) is { } trouble)
        {
            LogLost(trouble, keeper.State.CollectionsWaiting);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The service ends, and {Waiting} collections could not be stored: {Trouble}")]
    private partial void LogLost(string trouble, int waiting);
}
