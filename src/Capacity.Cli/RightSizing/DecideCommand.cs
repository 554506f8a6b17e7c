using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Capacity.Cli.Terminal;
using Capacity.Core.Units;

namespace Capacity.Cli.RightSizing;

/// <summary><c>capacity rightsize accept</c>, <c>snooze</c>, <c>reject</c>: what an owner says to advice.</summary>
internal static class DecideCommand
{
    public static Command Create(string word, string description, TimeProvider time)
    {
        var service = new ServiceOptions();
        var app = new Argument<string>("APP") { Description = "The app's id, such as /shop/web." };
        var framework = ExplainCommand.Framework();
        var reason = new Option<string>("--reason") { Description = "Why, in your words.", HelpName = "TEXT", Required = true };
        var until = new Option<string?>("--until") { Description = "When it is shown again: a day, such as 2026-12-24, or a length of time, such as 14d. 30 days where it is not given.", HelpName = "TIME" };
        var command = new Command(word, description) { app, framework, reason };
        if (word == "snooze")
        {
            command.Options.Add(until);
        }

        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var body = new JsonObject { ["reason"] = result.GetValue(reason) };
            if (word == "snooze" && result.GetValue(until) is { } text)
            {
                // A length of time is counted by the service, whose clock may be another than ours.
                var isLength = DurationText.TryParse(text) is not null;
                body[isLength ? "for" : "until"] = isLength ? text : Moments.Read("--until", text, time.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);
            }

            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var known = JsonNode.Parse(await client.GetAsync($"/api/v1/recommendations/app{RightSizeCommand.Query(("framework", result.GetValue(framework)), ("app", result.GetValue(app)))}", cancellationToken))!;
            var query = RightSizeCommand.Query(("framework", known["framework"]!.GetValue<string>()), ("app", known["id"]!.GetValue<string>()));
            var answer = JsonNode.Parse(await client.PostAsync($"/api/v1/recommendations/{word}{query}", body, cancellationToken))!;
            await result.InvocationConfiguration.Output.WriteLineAsync($"{answer["id"]}: {answer["decision"]!["kind"]}.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
