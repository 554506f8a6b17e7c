using System.CommandLine;
using Capacity.Server.Configuration;

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
            await ServiceRun.RunAsync(
                configuration,
                new(time, time),
                pages => $"Watching. Pages: {pages}. Ctrl+C ends it.",
                result.InvocationConfiguration.Output,
                (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, time, token),
                cancellationToken);
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

    private static Option<string> Config() => new("--config") { Description = "The configuration file (YAML).", HelpName = "FILE", Required = true };

    internal static ServiceConfiguration Load(string path) => ConfigurationLoader.Load(path) switch
    {
        ConfigurationOutcome.Loaded(var configuration) => configuration,
        ConfigurationOutcome.Refused(var faults) => throw new UserErrorException(string.Join(Environment.NewLine, faults)),
        var other => throw new InvalidOperationException($"{other} is not handled."),
    };
}
