using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;

namespace Capacity.Benchmarks.AlertIngestion;

/// <summary>The whole service in a process of its own, with no cluster to watch. It says its address, and ends when nobody speaks to it any more.</summary>
internal static class AlertServiceChild
{
    public static async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        var yaml = $"cluster: {{ masters: ['http://127.0.0.1:9'] }}\ncollection: {{ interval: 15m, mastersInterval: 15m, zooKeeperInterval: 15m }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\nstorage: {{ folder: '{folder}' }}";
        if (ConfigurationLoader.Read(yaml) is not ConfigurationOutcome.Loaded(var configuration))
        {
            throw new InvalidOperationException("The configuration is not good.");
        }

        var (stores, refusal) = await Stores.OpenAsync(configuration, TimeProvider.System, cancellationToken);
        await using var open = stores ?? throw new InvalidOperationException(refusal);
        await using var service = CapacityService.Build(configuration, open, TimeProvider.System);
        await service.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"listening {service.Urls.Single()}");
        await Console.In.ReadToEndAsync(cancellationToken);
        await service.StopAsync(cancellationToken);
    }
}
