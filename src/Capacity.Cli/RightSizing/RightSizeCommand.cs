using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Cli.Terminal;

namespace Capacity.Cli.RightSizing;

/// <summary><c>capacity rightsize</c>: what containers should be given instead, by a service, or what one has stored; and the proof.</summary>
internal static class RightSizeCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions();
        var team = new Option<string?>("--team") { Description = "Only apps of this team.", HelpName = "NAME" };
        var app = new Option<string?>("--app") { Description = "Only apps whose id is like this; * stands for anything.", HelpName = "GLOB" };
        var verdict = new Option<string?>("--verdict") { Description = "Only apps with this verdict: tooBig, tooMany, tooBigAndTooMany, idle, tooSmall, fine or unknown.", HelpName = "WORD" };
        var decision = new Option<string?>("--decision") { Description = "Only apps whose owner said this: open, accepted, snoozed or rejected.", HelpName = "WORD" };
        var output = Choices.Option("--output", "table for people, json or csv for machines.", "table|json|csv", ["table", "json", "csv"]);
        var command = new Command("rightsize", "Say what containers should be given instead, and prove it.") { team, app, verdict, decision, output };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var format = result.GetValue(output)!;
            var query = Query(("team", result.GetValue(team)), ("app", result.GetValue(app)), ("verdict", result.GetValue(verdict)), ("decision", result.GetValue(decision)), ("format", format == "csv" ? "csv" : null), ("take", format == "csv" ? null : "10000"));
            var answer = await client.GetAsync($"/api/v1/recommendations{query}", cancellationToken);
            await WriteAsync(format, answer, result.InvocationConfiguration.Output);
            return ExitCodes.Ok;
        });
        command.Subcommands.Add(BackTestCommand.Create());
        command.Subcommands.Add(ExplainCommand.Create(time));
        command.Subcommands.Add(DecideCommand.Create("accept", "Say that the advice for an app will be followed.", time));
        command.Subcommands.Add(DecideCommand.Create("snooze", "Put the advice for an app aside for a while.", time));
        command.Subcommands.Add(DecideCommand.Create("reject", "Say that the advice for an app will not be followed.", time));
        return command;
    }

    /// <summary>Writes a query without what is not given.</summary>
    internal static string Query(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var given = new List<string>();
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                given.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return given.Count == 0 ? string.Empty : $"?{string.Join('&', given)}";
    }

    internal static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(Indented);

    private static async Task WriteAsync(string format, string answer, TextWriter output)
    {
        switch (format)
        {
            case "csv":
                await output.WriteAsync(answer);
                break;
            case "json":
                await output.WriteLineAsync(Pretty(answer));
                break;
            default:
                AdviceView.ShowAll(JsonNode.Parse(answer)!.AsArray(), Consoles.ForResults(output));
                break;
        }
    }
}
