using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;

namespace Capacity.Benchmarks.Service;

/// <summary>All of what <c>capacity serve</c> runs, in a process of its own. It says its address, and ends when nobody speaks to it any more.</summary>
internal static class WholeServiceChild
{
    public static async Task RunAsync(string file, CancellationToken cancellationToken)
    {
        if (ConfigurationLoader.Read(await File.ReadAllTextAsync(file, cancellationToken)) is not ConfigurationOutcome.Loaded(var configuration))
        {
            throw new InvalidOperationException($"'{file}' is not a good configuration.");
        }

        var (stores, refusal) = await Stores.OpenAsync(configuration, TimeProvider.System, cancellationToken);
        await using var open = stores ?? throw new InvalidOperationException(refusal);
        await using var service = CapacityService.Build(configuration, open, TimeProvider.System);
        await service.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync(service.Urls.Single());
        await Console.In.ReadToEndAsync(cancellationToken);
        await service.StopAsync(cancellationToken);
    }
}
