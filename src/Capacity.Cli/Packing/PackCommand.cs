using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Measures;
using Capacity.Server.Api.Packing;

namespace Capacity.Cli.Packing;

/// <summary><c>capacity pack</c>: how well a cluster is packed, and what it would survive.</summary>
internal static class PackCommand
{
    public static Command Create(TimeProvider time)
    {
        var table = Choices.Option("--table", $"The table to write as CSV: {string.Join(", ", PackingTables.Names)}.", "NAME", PackingTables.Names);
        var top = WholeNumbers.Option("--top", "How many agents and losses the tables show.", 10, 1, 1_000_000);
        var question = new QuestionOptions(time);
        var command = new Command("pack", """
            Say how well a cluster is packed: allocated, stranded, fragmented, what still fits, what it would survive.
              capacity pack --master http://m1:5050 --marathon http://marathon:8080
              capacity pack --url http://127.0.0.1:8050 --output csv --table losses
            """)
        {
            table, top,
        };
        command.Subcommands.Add(PackSolveCommand.Create(time));
        question.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            Choices.NeedsCsv(result, table, question.Format(result));
            var (answer, exitCode) = await question.AskAsync(
                result, "/api/v1/packing", (report, say) => PackingMeasures.Measure(report.Picture, say, cancellationToken).ToDocument(), PackingReportJson.Default.PackingDocument, cancellationToken);
            Write(question.Format(result), result.GetValue(table)!, result.GetValue(top), answer, result.InvocationConfiguration.Output);
            return exitCode;
        });
        return command;
    }

    private static void Write(string format, string table, int top, PackingDocument answer, TextWriter output)
    {
        switch (format)
        {
            case "csv":
                PackingTables.Write(table, answer, output);
                break;
            case "json":
                output.WriteLine(JsonSerializer.Serialize(answer, PackingReportJson.Default.PackingDocument));
                break;
            default:
                new PackView(Consoles.ForResults(output), top).Show(answer);
                break;
        }
    }
}
