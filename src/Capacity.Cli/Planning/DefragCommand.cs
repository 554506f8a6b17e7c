using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.Packing;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Server.Api.Planning;

namespace Capacity.Cli.Planning;

/// <summary><c>capacity defrag</c>: which containers to move where, in order.</summary>
internal static class DefragCommand
{
    public static Command Create(TimeProvider time)
    {
        var goal = FitCommand.Text("--goal", "WORD", $"What the moves are for: {string.Join(", ", GoalText.Words)}. [default: {GoalText.Words[0]}]");
        var maxMoves = FitCommand.Text("--max-moves", "N", "How many moves there may be. [default: 50]");
        var cpus = FitCommand.Text("--cpus", "CORES", "The cores of the shape that is to fit. [default: 16 for fragmentation, else today's mix]");
        var memory = FitCommand.Text("--mem", "SIZE", "The memory of the shape that is to fit, such as 64GiB.");
        var maxPerApp = FitCommand.Text("--max-per-app", "N", "How many instances of one app may be moved. [default: a quarter, but one at least]");
        var seed = FitCommand.Text("--seed", "N", "The seed: the same one gives the same plan, unless the search runs out of time. [default: 1]");
        var question = new QuestionOptions(time);
        var command = new Command("defrag", """
            Plan which containers to move where, in order, so that large tasks fit again.
              capacity defrag --max-moves 40 --goal fragmentation --master http://m1:5050 --marathon http://m1:8080
            Every step starts the new instance first, and breaks no constraint. Nothing is moved by this command.
            """)
        {
            goal, maxMoves, cpus, memory, maxPerApp, seed,
        };
        question.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            string? Given(Option<string?> option) => result.GetValue(option);
            var request = FitCommand.Read(() => GoalText.Parse(n => $"--{n}", Given(goal), Given(maxMoves), Given(cpus), Given(memory), Given(maxPerApp), Given(seed)));
            var path = "/api/v1/plan/defrag" + RightSizeCommand.Query(
                ("goal", Given(goal)), ("maxMoves", Given(maxMoves)), ("cpus", Given(cpus)), ("mem", Given(memory)), ("maxPerApp", Given(maxPerApp)), ("seed", Given(seed)));
            var (answer, exitCode) = await question.AskAsync(
                result,
                path,
                (report, say) => DefragDocument.Of(ClusterPlanner.Plan(report.Picture, request, time, new PlanProgress(request.Goal, say), cancellationToken)),
                PlanningJson.Default.DefragDocument,
                cancellationToken);
            Write(question.Format(result), answer, result.InvocationConfiguration.Output);
            return exitCode;
        });
        return command;
    }

    private static void Write(string format, DefragDocument answer, TextWriter output)
    {
        switch (format)
        {
            case "csv":
                DefragTable.Columns.Write(output, answer.Steps);
                break;
            case "json":
                output.WriteLine(JsonSerializer.Serialize(answer, PlanningJson.Default.DefragDocument));
                break;
            default:
                DefragView.Show(answer, Consoles.ForResults(output));
                break;
        }
    }
}
