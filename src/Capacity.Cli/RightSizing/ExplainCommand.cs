using System.CommandLine;
using System.Text.Json.Nodes;
using Capacity.Cli.Terminal;

namespace Capacity.Cli.RightSizing;

/// <summary><c>capacity rightsize explain</c>: everything that stands behind the advice for one app.</summary>
internal static class ExplainCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions();
        var app = new Argument<string>("APP") { Description = "The app's id, such as /shop/web." };
        var framework = Framework();
        var output = Choices.Option("--output", "text for people, json for machines.", "text|json", ["text", "json"]);
        var command = new Command("explain", "Say why an app is advised what it is.") { app, framework, output };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var answer = await client.GetAsync($"/api/v1/recommendations/app{RightSizeCommand.Query(("framework", result.GetValue(framework)), ("app", result.GetValue(app)))}", cancellationToken);
            if (result.GetValue(output) == "json")
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(RightSizeCommand.Pretty(answer));
            }
            else
            {
                AdviceView.Explain(JsonNode.Parse(answer)!, result.InvocationConfiguration.Output);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    public static Option<string?> Framework() => new("--framework") { Description = "The framework that runs it, where several run an app of this id.", HelpName = "NAME" };
}
