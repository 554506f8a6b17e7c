using System.CommandLine;
using Capacity.Cli.Terminal;

namespace Capacity.Cli.Incidents;

/// <summary><c>capacity incidents ack</c>: somebody looks after it, and nobody else is paged.</summary>
internal static class AcknowledgeCommand
{
    public static Command Create(TimeProvider time)
    {
        var note = new NoteOptions();
        var comment = new Option<string?>("--comment") { Description = "What you are going to do.", HelpName = "TEXT" };
        var command = new Command("ack", "Take an incident on: nobody else is paged for it.") { comment };
        note.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var answer = await note.PostAsync(result, "acknowledge", result.GetValue(comment), time, cancellationToken);
            var (id, by, at) = (answer["incident"], answer["acknowledgedBy"], answer["acknowledgedAt"]?.GetValue<DateTimeOffset>());
            await result.InvocationConfiguration.Output.WriteLineAsync(by is null ? $"{id} is over; what you said is noted." : $"{id} is {by}'s since {Moments.Text(at!.Value)}.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
