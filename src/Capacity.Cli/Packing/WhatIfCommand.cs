using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.Scanning;
using Capacity.Server.Api;
using Capacity.Server.Api.Packing;

namespace Capacity.Cli.Packing;

/// <summary><c>capacity whatif</c>: what a loss, new agents, growth or the right-sizing would come to.</summary>
internal static class WhatIfCommand
{
    private static readonly CsvTable<UnplacedDocument> Unplaced = new(("framework", u => u.Framework), ("app", u => u.App), ("instances", u => u.Instances), ("reason", u => u.Reason));

    public static Command Create(TimeProvider time)
    {
        var words = new Argument<string[]>("SCENARIO") { Description = "The scenario and what it takes.", Arity = ArgumentArity.OneOrMore };
        var startRate = FitCommand.Text("--start-rate", "N", "How many tasks all schedulers start each second, for the estimate of a recovery. [default: 10]");
        var startTime = FitCommand.Text("--start-time", "TIME", "How long a task takes until it serves. [default: 30s]");
        var detection = FitCommand.Text("--detection", "TIME", "How long until a lost agent is given up. [default: 90s]");
        var question = new QuestionOptions(time);
        var command = new Command("whatif", """
            Say what would happen: which apps find no place, what room is left, how long a recovery takes.
              capacity whatif zone-loss east            without a name: the worst zone
              capacity whatif agent-loss host1 host2    without a name: the worst agent
              capacity whatif busiest-agent
              capacity whatif instances-down 25%
              capacity whatif add 20x16c64g
              capacity whatif replace 16c64g 10x32c128g
              capacity whatif rightsized                asks a running service for its advice
              capacity whatif grow 15%
            """)
        {
            words, startRate, startTime, detection,
        };
        question.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var (rate, start, detect) = (result.GetValue(startRate), result.GetValue(startTime), result.GetValue(detection));
            var assumptions = FitCommand.Read(() => RecoveryText.Parse(n => $"--{n}", rate, start, detect));
            var asked = result.GetValue(words)!;
            var path = $"/api/v1/whatif{RightSizeCommand.Query(("scenario", string.Join(' ', asked)), ("start-rate", rate), ("start-time", start), ("detection", detect))}";
            var (answer, exitCode) = await question.AskAsync(
                result, path, (report, say) => Answer(report, asked, assumptions, say, cancellationToken), PackingReportJson.Default.WhatIfDocument, cancellationToken);
            Write(question.Format(result), answer, result.InvocationConfiguration.Output);
            return exitCode;
        });
        return command;
    }

    private static WhatIfDocument Answer(ScanReport report, string[] words, RecoveryAssumptions assumptions, Action<string> say, CancellationToken cancellationToken)
    {
        var scenario = FitCommand.Read(() => ScenarioText.Parse(words, () => null));
        say("working out the scenario");
        try
        {
            return WhatIfDocument.Of(new WhatIf(ClusterProblem.Read(report.Picture), assumptions).Ask(scenario, cancellationToken), assumptions, report.Picture.MastersAt);
        }
        catch (ArgumentException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    private static void Write(string format, WhatIfDocument answer, TextWriter output)
    {
        switch (format)
        {
            case "csv":
                Unplaced.Write(output, answer.Unplaced);
                break;
            case "json":
                output.WriteLine(JsonSerializer.Serialize(answer, PackingReportJson.Default.WhatIfDocument));
                break;
            default:
                WhatIfView.Show(answer, Consoles.ForResults(output));
                break;
        }
    }
}
