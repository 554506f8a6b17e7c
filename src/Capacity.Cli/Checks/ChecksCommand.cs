using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Checks;

namespace Capacity.Cli.Checks;

/// <summary><c>capacity checks</c>: what a service checks, and of what it says that something is wrong.</summary>
internal static class ChecksCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions();
        var output = Choices.Option("--output", "table for people, json for machines.", "table|json", ["table", "json"]);
        var command = new Command("checks", "List what a service checks of the cluster, and what is wrong.") { output };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var answer = await client.GetAsync("/api/v1/checks", cancellationToken);
            if (result.GetValue(output) == "json")
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(RightSizeCommand.Pretty(answer));
            }
            else
            {
                ChecksView.Show(JsonSerializer.Deserialize<ChecksDocument>(answer, JsonSerializerOptions.Web)!, Consoles.ForResults(result.InvocationConfiguration.Output));
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
