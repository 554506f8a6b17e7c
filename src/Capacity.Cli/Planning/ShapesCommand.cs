using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Capacity.Cli.Packing;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Planning.Shapes;
using Capacity.Server.Api.Planning;

namespace Capacity.Cli.Planning;

/// <summary><c>capacity shapes</c>: which new machines would strand least, and for whom room is short.</summary>
internal static class ShapesCommand
{
    public static Command Create(TimeProvider time)
    {
        var shape = new Option<string[]>("--shape") { Description = "A machine shape to compare, cores and GiB: 16c64g. May be given several times; without it, those of today and some of other ratios.", HelpName = "SHAPE", AllowMultipleArgumentsPerToken = false };
        var count = WholeNumbers.Option("--machines", "How many machines of each shape are added.", 20, 1, 1000);
        var question = new QuestionOptions(time);
        var command = new Command("shapes", """
            Compare machine shapes: which would strand least, filled with today's containers; and say for whom room is short.
              capacity shapes --shape 32c128g --shape 32c256g --master http://m1:5050 --marathon http://m1:8080
            """)
        {
            shape, count,
        };
        question.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var words = result.GetValue(shape) ?? [];
            var shapes = FitCommand.Read(() => words.Select(MachineShape.Parse).ToList());
            var machines = result.GetValue(count);
            var path = "/api/v1/plan/shapes" + RightSizeCommand.Query([("machines", machines.ToString(CultureInfo.InvariantCulture)), .. words.Select(w => ("shape", (string?)w))]);
            var (answer, exitCode) = await question.AskAsync(
                result,
                path,
                (report, say) =>
                {
                    say("filling machines");
                    return ShapesDocument.Of(ShapeAdvisor.Advise(report.Picture, shapes, machines, 1, cancellationToken));
                },
                PlanningJson.Default.ShapesDocument,
                cancellationToken);
            Write(question.Format(result), answer, result.InvocationConfiguration.Output);
            return exitCode;
        });
        return command;
    }

    private static void Write(string format, ShapesDocument answer, TextWriter output)
    {
        switch (format)
        {
            case "csv":
                ShapesDocument.Columns.Write(output, answer.Shapes);
                break;
            case "json":
                output.WriteLine(JsonSerializer.Serialize(answer, PlanningJson.Default.ShapesDocument));
                break;
            default:
                ShapesView.Show(answer, Consoles.ForResults(output));
                break;
        }
    }
}
