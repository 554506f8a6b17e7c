using System.CommandLine;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Cli.Silences;

/// <summary><c>capacity silence extend</c>: lets a silence hold longer.</summary>
internal static class SilenceExtendCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var id = new Argument<string>("ID") { Description = "The silence: its id, or the beginning of it." };
        var by = Durations.Option("--by", "How much longer it holds than it would; one that is over begins anew and holds so long.", standard: null);
        var end = new Option<string?>("--end") { Description = "When it ends, in the place of --by: a time, or a length of time from now.", HelpName = "TIME" };
        var command = new Command("extend", "Let a silence hold longer, or make one that is over hold again.") { id, by, end };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(by) is null == result.GetValue(end) is null)
            {
                throw new UserErrorException("Give --by or --end: say how much longer, or until when.");
            }

            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var silences = new SilenceClient(client);
            var (silence, state, _) = await silences.FindAsync(result.GetValue(id)!, cancellationToken);
            var now = await client.NowAsync(time, cancellationToken);
            var isOver = state == SilenceState.Expired;
            var ends = result.GetValue(end) is { } until ? Moments.Read("--end", until, now) : (isOver ? now : silence.EndsAt) + result.GetValue(by)!.Value;
            var held = await silences.PutAsync(
                new(isOver ? null : silence.Id, silence.Matchers, isOver ? now : silence.StartsAt, ends, silence.CreatedBy, silence.Comment), cancellationToken);
            await result.InvocationConfiguration.Output.WriteLineAsync(held == silence.Id
                ? $"{held}: silenced until {Moments.Text(ends)}."
                : $"{silence.Id} was over: {held} silences the same until {Moments.Text(ends)}.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
