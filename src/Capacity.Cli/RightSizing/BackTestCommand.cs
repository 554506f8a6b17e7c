using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.Terminal;
using Capacity.Core.RightSizing.BackTesting;
using Capacity.Core.Units;
using Capacity.Server.Api;

namespace Capacity.Cli.RightSizing;

/// <summary><c>capacity rightsize backtest</c>: our rule and those of others on any usage history.</summary>
internal static class BackTestCommand
{
    private static readonly CsvTable<RuleScore> Csv = new(
        ("name", r => r.Name),
        ("cpu_recommended_ratio", r => r.CpuRecommendedRatio),
        ("cpu_exceed_rate", r => r.CpuExceedRate),
        ("cpu_instances_over_1_percent_ratio", r => r.CpuInstancesOver1PercentRatio),
        ("cpu_instances_over_5_percent_ratio", r => r.CpuInstancesOver5PercentRatio),
        ("cpu_slack_ratio", r => r.CpuSlackRatio),
        ("mem_recommended_ratio", r => r.MemRecommendedRatio),
        ("mem_breach_instance_ratio", r => r.MemBreachInstanceRatio),
        ("mem_exceed_rate", r => r.MemExceedRate),
        ("mem_slack_ratio", r => r.MemSlackRatio),
        ("stability", r => r.Stability));

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The usage history: CSV, or CSV in gzip. docs/rightsizing.md has its columns." };
        var train = Durations.Option("--train", "The days to learn on before each test.", "21d");
        var test = Durations.Option("--test", "The days that each test looks at.", "7d");
        var step = Durations.Option("--step", "How far one test is from the next.", "7d");
        var output = Choices.Option("--output", "table for people, json or csv for machines.", "table|json|csv", ["table", "json", "csv"]);
        var picture = new Option<string?>("--picture") { Description = "Draw saving against risk into this SVG file.", HelpName = "FILE" };
        var command = new Command("backtest", "Judge sizing rules by a usage history: learn on some weeks, look at the next.") { file, train, test, step, output, picture };
        command.SetAction(async (result, cancellationToken) =>
        {
            var plan = new BackTestPlan(Days("--train", result.GetValue(train), 21), Days("--test", result.GetValue(test), 7), Days("--step", result.GetValue(step), 7));
            var streams = result.InvocationConfiguration;
            var picturePath = result.GetValue(picture);
            IReadOnlyList<OwnRule> own = picturePath is null ? [OwnRule.Standard] : [OwnRule.Standard, .. OwnRule.Frontier];
            var (scores, about) = await ProgressLine.RunAsync(
                streams.Error, say => Task.Run(() => BackTestRun.Run(result.GetValue(file)!, plan, own, say, cancellationToken), cancellationToken));
            if (picturePath is not null)
            {
                await WriteAsync(picturePath, FrontierPicture.Draw(scores, own), cancellationToken);
            }

            Write(result.GetValue(output)!, [scores[0], .. scores.Skip(own.Count)], about, streams.Output);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int Days(string name, TimeSpan? given, int standard) => given is not { } days ? standard
        : days.Ticks % TimeSpan.TicksPerDay == 0 ? (int)days.TotalDays
        : throw new UserErrorException($"{name} takes whole days, such as 7d, and at most {DurationText.Longest}.");

    private static void Write(string format, IReadOnlyList<RuleScore> scores, string about, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(JsonSerializer.Serialize(new(scores), BackTestJson.Default.BackTestDocument));
                break;
            case "csv":
                Csv.Write(output, scores);
                break;
            default:
                BackTestView.Show(scores, about, Consoles.ForResults(output));
                break;
        }
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--picture: '{path}' cannot be written: {e.Message}", ExitCodes.Failed);
        }
    }
}
