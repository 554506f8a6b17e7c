using System.CommandLine;
using Capacity.Cli.Terminal;

namespace Capacity.Cli.Incidents;

/// <summary><c>capacity incidents note</c>: what somebody found out, for those who come later.</summary>
internal static class NoteCommand
{
    public static Command Create(TimeProvider time)
    {
        var note = new NoteOptions();
        var text = new Argument<string>("TEXT") { Description = "What you say of it." };
        var command = new Command("note", "Note something on an incident.") { text };
        note.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var answer = await note.PostAsync(result, "notes", result.GetValue(text), time, cancellationToken);
            await result.InvocationConfiguration.Output.WriteLineAsync($"{answer["incident"]} has {Figures.Counted(answer["notes"]!.AsArray().Count, "note")}.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
