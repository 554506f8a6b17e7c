using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Keeping;

/// <summary>Begins with the profiles of an earlier life of the service, before anything is collected.</summary>
internal sealed partial class ProfileReader(ProfileKeeper keeper, ILogger<ProfileReader> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keeper.RestoreAsync(cancellationToken);
        }
        catch (IOException e)
        {
            LogUnread(e.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "The usage since the last checkpoint could not be read back, and advice goes without it: {Reason}")]
    private partial void LogUnread(string reason);
}
