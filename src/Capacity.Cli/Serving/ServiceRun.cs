using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;

namespace Capacity.Cli.Serving;

/// <summary>Runs the service until somebody ends it.</summary>
internal static class ServiceRun
{
    /// <summary>Opens the stores, serves, and closes them again.</summary>
    /// <param name="configuration">What to watch.</param>
    /// <param name="clocks">The clocks.</param>
    /// <param name="greeting">Makes of the addresses of the pages what is said when they can be looked at.</param>
    /// <param name="output">Gets the greeting.</param>
    /// <param name="meanwhile">What happens as long as it runs; ends by <paramref name="cancellationToken"/> only.</param>
    /// <param name="cancellationToken">Ends the service.</param>
    /// <exception cref="UserErrorException">It cannot start.</exception>
    public static async Task RunAsync(
        ServiceConfiguration configuration,
        ServiceClocks clocks,
        Func<string, string> greeting,
        TextWriter output,
        Func<IServiceProvider, CancellationToken, Task> meanwhile,
        CancellationToken cancellationToken)
    {
        var (stores, refusal) = await Stores.OpenAsync(configuration, clocks.Time, cancellationToken);
        await using var open = stores ?? throw new UserErrorException(refusal!, ExitCodes.Failed);
        await using var service = CapacityService.Build(configuration, open, clocks.Time, clocks.Schedule);
        await StartAsync(service, cancellationToken);
        await output.WriteLineAsync(greeting(string.Join(", ", service.Urls)));
        try
        {
            await meanwhile(service.Services, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how the service is ended by hand.
        }

        await service.StopAsync(CancellationToken.None);
    }

    private static async Task StartAsync(WebApplication service, CancellationToken cancellationToken)
    {
        try
        {
            await service.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new UserErrorException($"The service cannot start: {e.Message} Choose another address to listen on.", ExitCodes.Failed);
        }
    }
}
