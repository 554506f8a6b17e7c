using System.CommandLine;

namespace Capacity.Cli.Incidents;

/// <summary><c>capacity incidents</c>: what is broken, and who looks after it.</summary>
internal static class IncidentsCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = IncidentsListCommand.AddTo(new("incidents", "What is broken, and who looks after it. Without a command, a list of what is open."), time);
        command.Subcommands.Add(IncidentsListCommand.Create(time));
        command.Subcommands.Add(IncidentsShowCommand.Create(time));
        command.Subcommands.Add(AcknowledgeCommand.Create(time));
        command.Subcommands.Add(NoteCommand.Create(time));
        return command;
    }
}
