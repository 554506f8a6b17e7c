using System.CommandLine;

namespace Capacity.Cli.Planning;

/// <summary><c>capacity forecast</c>: what will be needed, and the proof.</summary>
internal static class ForecastCommand
{
    public static Command Create()
    {
        var command = new Command("forecast", "Say what will be needed, and prove it.");
        command.Subcommands.Add(ForecastBackTestCommand.Create());
        return command;
    }
}
