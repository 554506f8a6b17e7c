using System.CommandLine;

namespace Capacity.Cli.Alerts;

/// <summary><c>capacity alerts</c>: how alerts are grouped.</summary>
internal static class AlertsCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("alerts", "How alerts are grouped into incidents and pages.");
        command.Subcommands.Add(AlertsReplayCommand.Create());
        command.Subcommands.Add(AlertsReviewCommand.Create(time));
        return command;
    }
}
