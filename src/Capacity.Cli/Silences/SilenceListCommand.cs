using System.CommandLine;
using System.Text.Json.Nodes;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Cli.Silences;

/// <summary><c>capacity silence list</c>: the silences that there are, and what each keeps quiet now.</summary>
internal static class SilenceListCommand
{
    private const string Open = "open";

    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var matchers = MatcherArguments.Create("Only silences that are written with all of these.", least: 0);
        var state = Choices.Option("--state", "Which: open ones hold, or will.", "open|active|pending|expired|all", [Open, "active", "pending", "expired", "all"]);
        var output = Choices.Option("--output", "table for people, json for machines.", "table|json", ["table", "json"]);
        var command = new Command("list", "List silences, and how many alerts each keeps quiet now.") { matchers, state, output };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var wanted = MatcherArguments.Read(result.GetValue(matchers)!);
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var silences = new SilenceClient(client);
            var listed = await silences.ListAsync(States(result.GetValue(state)!), wanted, cancellationToken);
            var writer = result.InvocationConfiguration.Output;
            if (result.GetValue(output) == "json")
            {
                await writer.WriteLineAsync(RightSizeCommand.Pretty(new JsonArray([.. listed.Select(s => s.Json.DeepClone())]).ToJsonString()));
            }
            else
            {
                SilenceView.ShowAll(listed, await silences.CountSilencedAsync(cancellationToken), await client.NowAsync(time, cancellationToken), Consoles.ForResults(writer));
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static SilenceState[] States(string word) => word switch
    {
        Open => [SilenceState.Active, SilenceState.Pending],
        "all" => Enum.GetValues<SilenceState>(),
        _ => [Enum.Parse<SilenceState>(word, ignoreCase: true)],
    };
}
