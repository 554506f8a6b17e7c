using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;

namespace Capacity.Cli.Silences;

/// <summary><c>capacity silence preview</c>: what a silence would keep quiet now.</summary>
internal static class SilencePreviewCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var matchers = MatcherArguments.Create("What to look for: an alert has to meet all of them.", least: 1);
        var output = Choices.Option("--output", "text for people, json for machines.", "text|json", ["text", "json"]);
        var command = new Command("preview", "Say what a silence would keep quiet now; nothing is silenced.") { matchers, output };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var wanted = MatcherArguments.Read(result.GetValue(matchers)!);
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var preview = await new SilenceClient(client).PreviewAsync(wanted, cancellationToken);
            var writer = result.InvocationConfiguration.Output;
            if (result.GetValue(output) == "json")
            {
                await writer.WriteLineAsync(RightSizeCommand.Pretty(JsonSerializer.Serialize(preview, JsonSerializerOptions.Web)));
            }
            else
            {
                SilenceView.ShowPreview(wanted, preview, Consoles.ForResults(writer));
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
