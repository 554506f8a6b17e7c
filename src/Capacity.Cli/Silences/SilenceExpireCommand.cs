using System.CommandLine;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Cli.Silences;

/// <summary><c>capacity silence expire</c>: ends silences.</summary>
internal static class SilenceExpireCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var ids = new Argument<string[]>("ID") { Description = "The silences: their ids, or the beginnings of these.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("expire", "End silences now.") { ids };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var silences = new SilenceClient(client);
            var writer = result.InvocationConfiguration.Output;
            foreach (var id in result.GetValue(ids)!)
            {
                var (silence, state, _) = await silences.FindAsync(id, cancellationToken);
                if (state == SilenceState.Expired)
                {
                    await writer.WriteLineAsync($"{silence.Id}: was over already, since {Moments.Text(silence.EndsAt)}.");
                    continue;
                }

                await silences.ExpireAsync(silence.Id, cancellationToken);
                await writer.WriteLineAsync($"{silence.Id}: over; {SilenceView.Text(silence.Matchers)} is heard again.");
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
