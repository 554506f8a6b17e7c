using System.CommandLine;
using System.Text.Json.Nodes;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Spectre.Console;

namespace Capacity.Cli.Receivers;

/// <summary><c>capacity receivers list</c>: each receiver, whether it takes messages, and what waits for it.</summary>
internal static class ReceiversListCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions();
        var output = Choices.Option("--output", "text for people, json for machines.", "text|json", ["text", "json"]);
        var command = new Command("list", "Show each receiver, whether it takes messages, and what waits for it.") { output };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var text = await client.GetAsync("/api/v1/receivers", cancellationToken);
            if (result.GetValue(output) == "json")
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(text);
            }
            else
            {
                Show(JsonNode.Parse(text)!.AsArray(), Consoles.ForResults(result.InvocationConfiguration.Output));
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Show(JsonArray receivers, IAnsiConsole console)
    {
        if (receivers.Count == 0)
        {
            console.MarkupLine("There are no receivers: nobody is told of incidents. Name them in the section paging of the configuration.");
            return;
        }

        var table = new FittedTable(
            Column.Name("Receiver"), new("Type", 3), new("State"), Column.Figure("Waiting"), Column.Figure("Held", 4), new("Last success", 2), new("Last error", 1) { Shortest = 20 });
        foreach (var receiver in receivers.OfType<JsonNode>())
        {
            var state = Text(receiver, "state");
            table.Add(
                Text(receiver, "name"), Text(receiver, "type"), state == "down" ? "[red]down[/]" : state, Text(receiver, "waiting"), Text(receiver, "held"), receiver["lastSuccessAt"]?.GetValue<DateTimeOffset>() is { } at ? Moments.Text(at) : "-", Text(receiver, "lastError"));
        }

        table.WriteTo(console);
    }

    private static string Text(JsonNode receiver, string name) => Markup.Escape(receiver[name]?.ToString() ?? "-");
}
