using System.CommandLine;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Microsoft.AspNetCore.Builder;

namespace Capacity.Cli.Serving;

/// <summary><c>capacity serve</c>: watches a cluster for months. <c>capacity config check</c>: would it start?</summary>
internal static class ServeCommand
{
    public static Command Create(TimeProvider time)
    {
        var config = Config();
        var command = new Command("serve", "Watch a cluster: pages, REST, /metrics.") { config };
        command.SetAction(async (result, cancellationToken) =>
        {
            var configuration = Load(result.GetValue(config)!);
            var (stores, refusal) = await Stores.OpenAsync(configuration, time, cancellationToken);
            await using var open = stores ?? throw new UserErrorException(refusal!, ExitCodes.Failed);
            await using var service = CapacityService.Build(configuration, open, time);
            await StartAsync(service, cancellationToken);
            await result.InvocationConfiguration.Output.WriteLineAsync($"Watching. Pages: {string.Join(", ", service.Urls)}. Ctrl+C ends it.");
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C is how the service is ended by hand.
            }

            await service.StopAsync(CancellationToken.None);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command CreateConfig()
    {
        var config = Config();
        var check = new Command("check", "Say everything that is wrong with a configuration file.") { config };
        check.SetAction(async (result, _) =>
        {
            var configuration = Load(result.GetValue(config)!);
            await result.InvocationConfiguration.Output.WriteLineAsync($"The configuration is good: cluster {configuration.ClusterName}, pages at {configuration.Listen}.");
            return ExitCodes.Ok;
        });
        return new("config", "Look at configuration files.") { check };
    }

    private static async Task StartAsync(WebApplication service, CancellationToken cancellationToken)
    {
        try
        {
            await service.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new UserErrorException($"The service cannot start: {e.Message} Choose another web.listen.", ExitCodes.Failed);
        }
    }

    private static Option<string> Config() => new("--config") { Description = "The configuration file (YAML).", HelpName = "FILE", Required = true };

    private static ServiceConfiguration Load(string path) => ConfigurationLoader.Load(path) switch
    {
        ConfigurationOutcome.Loaded(var configuration) => configuration,
        ConfigurationOutcome.Refused(var faults) => throw new UserErrorException(string.Join(Environment.NewLine, faults)),
        var other => throw new InvalidOperationException($"{other} is not handled."),
    };
}
