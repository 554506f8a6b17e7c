using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Reviewing;
using Capacity.Server.Api.Reviewing;

namespace Capacity.Cli.Alerts;

/// <summary><c>capacity alerts review</c>: what a week was like for those on call, and what other rules would have done.</summary>
internal static class AlertsReviewCommand
{
    private const int MostNames = 5;

    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var from = new Option<string?>("--from") { Description = "From this time on, or so long before now. [default: 7d]", HelpName = "TIME" };
        var to = new Option<string?>("--to") { Description = "Up to this time, or so long before now. [default: now]", HelpName = "TIME" };
        var log = new Option<string?>("--log") { Description = "A kept log of received alerts, a file or the folder of alerts.receivedLog: what a change of the rules would have done to it.", HelpName = "PATH" };
        var policy = new Option<string?>("--policy") { Description = "The policy that decides, in YAML; with --log only.", HelpName = "FILE" };
        var tried = new Option<string?>("--try") { Description = "Another policy, to be tried on the log in the place of the usual changes.", HelpName = "FILE" };
        var output = Choices.Option("--output", "text for people, json for machines.", "text|json", ["text", "json"]);
        var command = new Command("review", """
            Review a week of on-call: pages by shift and at night, the noisiest alerts, who was woken for nothing.
              capacity alerts review --from 14d --log received-alerts
            """)
        {
            from, to, log, policy, tried, output,
        };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(log) is null && (result.GetValue(policy) ?? result.GetValue(tried)) is not null)
            {
                throw new UserErrorException("--policy and --try need a log to be tried on: give --log PATH.");
            }

            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var answer = await client.GetAsync($"/api/v1/review{RightSizeCommand.Query(("from", result.GetValue(from)), ("to", result.GetValue(to)))}", cancellationToken);
            var review = JsonSerializer.Deserialize<ReviewDocument>(answer, JsonSerializerOptions.Web)!;
            var chosen = result.GetValue(policy) is { } file ? PolicyFile.Read(file) : AlertPolicy.Default;
            var trials = result.GetValue(log) is { } path
                ? RuleTrials.Run(StormReader.Read(path, withContext: true, curated: false), chosen, Changes(review, chosen, result.GetValue(tried)), cancellationToken)
                : null;
            var writer = result.InvocationConfiguration.Output;
            if (result.GetValue(output) == "json")
            {
                var json = JsonNode.Parse(answer)!;
                json["ruleChanges"] = JsonSerializer.SerializeToNode(trials, JsonSerializerOptions.Web);
                await writer.WriteLineAsync(RightSizeCommand.Pretty(json.ToJsonString()));
            }
            else
            {
                AlertsReviewView.Show(review, trials, Consoles.ForResults(writer));
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static IReadOnlyList<RuleChange> Changes(ReviewDocument review, AlertPolicy policy, string? tried) => tried is null
        ? RuleChange.Usual(policy, review.Names.Where(n => n.Paged > 0).Take(MostNames).Select(n => n.Name))
        : [new($"the policy of {tried}", PolicyFile.Read(tried))];
}
