using System.CommandLine;
using System.Text.Json.Nodes;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;

namespace Capacity.Cli.Changes;

/// <summary><c>capacity change</c>: announces changes of machines, so that what they cause pages nobody.</summary>
internal static class ChangeCommand
{
    public static Command Create(TimeProvider time) =>
        new("change", "Announce changes of machines, such as a master update: what fires on a machine waits until its time is over.")
        {
            CreateStart(time), CreateTarget(time), CreateEnd(time), CreateList(time),
        };

    private static Command CreateStart(TimeProvider time)
    {
        var id = Id();
        var targets = new Option<string[]>("--target") { Description = "The machines, by name or address.", HelpName = "HOST", Required = true, AllowMultipleArgumentsPerToken = true };
        Dictionary<string, Option<string?>> words = new()
        {
            ["kind"] = Word("--kind", "What it does, such as master_update.", "WORD"),
            ["expected"] = Word("--expected", "How long one machine may take, such as 6m; the policy's time where it is not given.", "TIME"),
            ["grace"] = Word("--grace", "What is allowed beyond, such as 4m; the policy's time where it is not given.", "TIME"),
            ["author"] = Word("--author", "Who announces it; you where it is not given.", "NAME"),
            ["comment"] = Word("--comment", "What for.", "TEXT"),
        };
        var command = new Command("start", "Announce a change.") { id, targets };
        foreach (var option in words.Values)
        {
            command.Options.Add(option);
        }

        return Serve(command, time, async (client, result, cancellationToken) =>
        {
            var body = new JsonObject { ["id"] = result.GetValue(id), ["targets"] = new JsonArray([.. result.GetValue(targets)!.Select(t => (JsonNode)t)]) };
            foreach (var (name, option) in words)
            {
                body[name] = result.GetValue(option) ?? (name == "author" ? Environment.UserName : null);
            }

            var change = JsonNode.Parse(await client.PostAsync("/api/v1/changes", body, cancellationToken))!;
            var output = result.InvocationConfiguration.Output;
            await output.WriteLineAsync($"{change["id"]}: announced for {Figures.Counted(change["targets"]!.AsArray().Count, "machine")}.");
            if (change["unknownTargets"]!.AsArray() is { Count: > 0 } unknown)
            {
                await result.InvocationConfiguration.Error.WriteLineAsync($"Not known as machines of the cluster: {string.Join(", ", unknown)}. Their alerts are explained only if they say the same name.");
            }
        });
    }

    private static Command CreateTarget(TimeProvider time)
    {
        var command = new Command("target", "Say that a change takes a machine, or has given it back.");
        foreach (var (word, description) in (ReadOnlySpan<(string, string)>)[("begin", "The change takes a machine."), ("end", "The change has given a machine back.")])
        {
            var (id, host) = (Id(), new Argument<string>("HOST") { Description = "The machine, as it was announced." });
            var failed = new Option<bool>("--failed") { Description = "It did not go well: the machine has the rest of its time." };
            var one = new Command(word, description) { id, host };
            if (word == "end")
            {
                one.Options.Add(failed);
            }

            command.Subcommands.Add(Serve(one, time, async (client, result, cancellationToken) =>
            {
                var query = word == "end" && result.GetValue(failed) ? "?succeeded=false" : "";
                await client.PostAsync($"/api/v1/changes/{Escape(result.GetValue(id))}/targets/{Escape(result.GetValue(host))}/{word}{query}", new JsonObject(), cancellationToken);
                await result.InvocationConfiguration.Output.WriteLineAsync($"{result.GetValue(id)}: {result.GetValue(host)} {(word == "end" ? "is back" : "is taken")}.");
            }));
        }

        return command;
    }

    private static Command CreateEnd(TimeProvider time)
    {
        var id = Id();
        return Serve(new Command("end", "Say that a change is over.") { id }, time, async (client, result, cancellationToken) =>
        {
            await client.PostAsync($"/api/v1/changes/{Escape(result.GetValue(id))}/end", new JsonObject(), cancellationToken);
            await result.InvocationConfiguration.Output.WriteLineAsync($"{result.GetValue(id)}: over.");
        });
    }

    private static Command CreateList(TimeProvider time)
    {
        var format = Choices.Option("--output", "table for people, json for machines.", "table|json", ["table", "json"]);
        return Serve(new Command("list", "The changes that are not over, and those that ended in the last week.") { format }, time, async (client, result, cancellationToken) =>
        {
            var answer = await client.GetAsync("/api/v1/changes", cancellationToken);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(format) == "json")
            {
                await output.WriteLineAsync(RightSizeCommand.Pretty(answer));
            }
            else
            {
                ChangeView.Show(JsonNode.Parse(answer)!.AsArray(), Consoles.ForResults(output));
            }
        });
    }

    private static Command Serve(Command command, TimeProvider time, Func<ServiceClient, ParseResult, CancellationToken, Task> act)
    {
        var service = new ServiceOptions();
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            await act(client, result, cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Argument<string> Id() => new("ID") { Description = "The change's name, such as masters-2026-03-10." };

    private static Option<string?> Word(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static string Escape(string? text) => Uri.EscapeDataString(text ?? "");
}
