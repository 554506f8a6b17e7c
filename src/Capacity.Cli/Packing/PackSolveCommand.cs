using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Solving;

namespace Capacity.Cli.Packing;

/// <summary><c>capacity pack solve</c>: packs any problem that is written as JSON.</summary>
internal static class PackSolveCommand
{
    private static readonly Dictionary<string, PackingRule> Rules = new()
    {
        ["ffd"] = PackingRule.FirstFitDecreasing,
        ["best-aligned"] = PackingRule.BestAligned,
        ["dot-product"] = PackingRule.DotProduct,
        ["nearest"] = PackingRule.Nearest,
        ["largest"] = PackingRule.Largest,
        ["least-slack"] = PackingRule.LeastSlack,
    };

    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("INSTANCE") { Description = "The problem: a JSON file. docs/packing.md has its format." };
        var budget = Durations.Option("--budget", "The longest time to search.", "10s");
        var seed = WholeNumbers.Option("--seed", "Where random numbers start.", 1, 0, int.MaxValue);
        var iterations = WholeNumbers.Option("--iterations", "The most steps of the search; 0 for as many as there is hope. With it, and a budget that is long enough, every run is the same.", 0, 0, int.MaxValue);
        var threads = WholeNumbers.Option("--threads", "How many searchers there are side by side; another number may give another answer.", 2, 1, 256);
        var rule = Choices.Option("--rule", "search for everything, or one greedy rule alone.", "WORD", ["search", .. Rules.Keys]);
        var moves = new Option<bool>("--move-placed") { Description = "With the objective fit: what is placed already may move, unless it is pinned." };
        var output = Choices.Option("--output", "table for people, json for machines.", "table|json", ["table", "json"]);
        var command = new Command("solve", "Pack items on as few machines as possible, or all of them on those that are there.") { file, budget, seed, iterations, threads, rule, moves, output };
        command.SetAction(async (result, cancellationToken) =>
        {
            var streams = result.InvocationConfiguration;
            var solution = await ProgressLine.RunAsync(streams.Error, say => Task.Run(() =>
            {
                say("reading");
                var (problem, objective) = InstanceReader.Read(result.GetValue(file)!);

                // Of a large file, reading leaves as much behind as the problem takes.
                GC.Collect();
                var options = new PackingOptions
                {
                    Objective = objective,
                    Budget = result.GetValue(budget) ?? TimeSpan.FromSeconds(10),
                    Seed = result.GetValue(seed),
                    Iterations = result.GetValue(iterations) is var most and > 0 ? most : null,
                    Threads = result.GetValue(threads),
                    Rule = Rules.TryGetValue(result.GetValue(rule)!, out var only) ? only : null,
                    MovesGiven = result.GetValue(moves),
                };
                return PackingSolver.Solve(problem, options, new SpokenProgress(say), time, cancellationToken);
            }, cancellationToken));
            if (result.GetValue(output) == "json")
            {
                await streams.Output.WriteLineAsync(JsonSerializer.Serialize(SolutionView.Document(solution), PackingJson.Default.SolutionDocument));
            }
            else
            {
                SolutionView.Show(solution, Consoles.ForResults(streams.Output));
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
