using Capacity.Server.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capacity.Server.Keeping;

/// <summary>Tells the watch at the start which agents there were, so that one that is lost meanwhile is missed by its name.</summary>
internal sealed partial class InventoryReader(Stores stores, ClusterWatch watch, ILogger<InventoryReader> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            watch.Restore([.. (await stores.State.Inventory.ReadAgentsAsync(cancellationToken)).Select(a => a.ToAgent())]);
        }
        catch (IOException e)
        {
            LogUnread(e.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "The agents of before could not be read, so one that is lost meanwhile is not missed: {Reason}")]
    private partial void LogUnread(string reason);
}
