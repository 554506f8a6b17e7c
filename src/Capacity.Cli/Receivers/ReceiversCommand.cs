using System.CommandLine;

namespace Capacity.Cli.Receivers;

/// <summary><c>capacity receivers</c>: who is told of incidents, and whether it arrives.</summary>
internal static class ReceiversCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("receivers", "Who is told of incidents, and whether it arrives.");
        command.Subcommands.Add(ReceiversListCommand.Create(time));
        command.Subcommands.Add(ReceiversTestCommand.Create(time));
        return command;
    }
}
