using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Capacity.Cli.Serving;
using Capacity.Cli.Terminal;
using Capacity.Server.Jobs;
using Capacity.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Cli.Demo;

/// <summary><c>capacity demo</c>: the service, watching a simulated cluster that lives fast.</summary>
internal static class DemoCommand
{
    private const double StandardSpeed = 1440;

    /// <summary>How long the cluster has lived when the demo begins.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(3);

    /// <summary>How long its script of troubles goes on: over six hours of looking, at the standard speed.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    public static Command Create(TimeProvider time)
    {
        var agents = WholeNumbers.Option("--agents", "How many agents the cluster has.", 40, 10, 1000);
        var seed = WholeNumbers.Option("--seed", "Picks the cluster; the same number is the same cluster.", 1, 0, int.MaxValue);
        var speed = new Option<double>("--speed")
        {
            Description = "How many seconds of the cluster's life pass in one, if this machine can keep up; 1440 is a day a minute.", HelpName = "N", DefaultValueFactory = _ => StandardSpeed, CustomParser = Speed,
        };
        var growth = WholeNumbers.Option("--growth", "By how many percent of what it begins with the cluster grows in a month.", 15, 0, 500);
        var listen = new Option<string>("--listen") { Description = "Where the pages are.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:8050" };
        var folder = new Option<string?>("--folder") { Description = "Where to keep what is collected. Without it, nothing is left behind.", HelpName = "DIR" };
        var command = new Command("demo", "Watch a simulated cluster: pages, REST, /metrics. Nothing else is needed.") { agents, seed, speed, growth, listen, folder };
        command.SetAction(async (result, cancellationToken) =>
        {
            var plan = new DemoPlan(result.GetValue(agents), result.GetValue(seed), result.GetValue(speed), result.GetValue(growth) / 100.0, result.GetValue(listen)!);
            using var data = DemoFolder.Open(result.GetValue(folder));
            await RunAsync(plan, data, time, result.InvocationConfiguration, cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task RunAsync(DemoPlan plan, DemoFolder folder, TimeProvider time, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var clock = new SteppedTimeProvider(new(time.GetUtcNow().UtcDateTime.Date.AddDays(-7), TimeSpan.Zero));
        var options = new SimulationOptions
        {
            Seed = plan.Seed,
            Agents = plan.Agents,
            HistoryStart = clock.GetUtcNow() - Past,
            MonthlyGrowth = plan.MonthlyGrowth,
            PartitionDelay = TimeSpan.Zero,
            Script = DemoScript.Create(Past + TimeSpan.FromHours(3), Life),
        };
        await using var cluster = await SimulatedCluster.StartAsync(options, clock, cancellationToken);
        await File.WriteAllTextAsync(folder.Configuration, DemoConfiguration.Write(plan, cluster, folder.Data), cancellationToken);
        await ServiceRun.RunAsync(
            ServeCommand.Load(folder.Configuration),
            new(new MachinePaced(clock, time), clock),
            pages => DemoGuide.Write(plan, cluster, pages, folder.Configuration),
            streams.Output,
            (services, token) => new DemoPace(plan, clock, time, services.GetRequiredService<JobsUnderWay>()).RunAsync(token),
            cancellationToken);
    }

    private static double Speed(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is >= 1 and <= 10_000)
        {
            return speed;
        }

        result.AddError("--speed takes a number from 1 to 10000.");
        return StandardSpeed;
    }
}
