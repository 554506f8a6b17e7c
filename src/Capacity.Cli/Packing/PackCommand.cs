using System.CommandLine;

namespace Capacity.Cli.Packing;

/// <summary><c>capacity pack</c>: how well things are packed, and how well they could be.</summary>
internal static class PackCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("pack", "Pack items on machines.");
        command.Subcommands.Add(PackSolveCommand.Create(time));
        return command;
    }
}
