using System.CommandLine;

namespace Capacity.Cli.Incidents;

/// <summary><c>capacity incidents</c>: what is broken, and who looks after it.</summary>
internal static class IncidentsCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("incidents", "What is broken, and who looks after it.");
        command.Subcommands.Add(AcknowledgeCommand.Create(time));
        command.Subcommands.Add(NoteCommand.Create(time));
        return command;
    }
}
