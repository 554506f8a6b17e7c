using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Server.Api;
using Capacity.Server.Api.Packing;

namespace Capacity.Cli.Packing;

/// <summary><c>capacity fit</c>: whether new instances fit, where, and if not, why.</summary>
internal static class FitCommand
{
    private static readonly CsvTable<FitPlaceDocument> Places = new(("agent", w => w.Agent), ("zone", w => w.Zone), ("instances", w => w.Instances));

    public static Command Create(TimeProvider time)
    {
        var cpus = Text("--cpus", "CORES", "The cores of each instance, such as 4 or 0.5.");
        var memory = Text("--mem", "SIZE", "The memory of each instance, such as 8GiB.");
        var disk = Text("--disk", "SIZE", "The disk of each instance, such as 100GiB.");
        var gpus = Text("--gpus", "N", "The whole GPUs of each instance.");
        var role = Text("--role", "ROLE", "The role whose reservations it may take. Without it, only what everybody may take.");
        var constraint = new Option<string[]>("--constraint") { Description = "A Marathon constraint: hostname:UNIQUE, zone:GROUP_BY:3, disk:LIKE:ssd. May be given several times.", HelpName = "FIELD:OPERATOR[:VALUE]", AllowMultipleArgumentsPerToken = false };
        var instances = Text("--instances", "N", "How many instances. [default: 1]");
        var question = new QuestionOptions(time);
        var command = new Command("fit", """
            Say whether new instances fit now, where, and if not, why.
              capacity fit --cpus 4 --mem 8GiB --instances 20 --constraint zone:GROUP_BY --master http://m1:5050
            Ends with 0 where all fit and with 5 where they do not.
            """)
        {
            cpus, memory, disk, gpus, role, constraint, instances,
        };
        question.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var constraints = result.GetValue(constraint) ?? [];
            var request = Read(() => FitText.Parse(
                n => $"--{n}", result.GetValue(cpus), result.GetValue(memory), result.GetValue(disk), result.GetValue(gpus), result.GetValue(role), constraints, result.GetValue(instances)));
            var path = "/api/v1/fit" + RightSizeCommand.Query([
                ("cpus", result.GetValue(cpus)), ("mem", result.GetValue(memory)), ("disk", result.GetValue(disk)), ("gpus", result.GetValue(gpus)),
                ("role", result.GetValue(role)), ("instances", result.GetValue(instances)), .. constraints.Select(c => ("constraint", (string?)c)),
            ]);
            var (answer, exitCode) = await question.AskAsync(
                result, path, (report, _) => FitDocument.Of(FitOrRoom.Find(report.Picture, request, cancellationToken), report.Picture.MastersAt), PackingReportJson.Default.FitDocument, cancellationToken);
            Write(question.Format(result), answer, result.InvocationConfiguration.Output);
            return answer.Fits ? exitCode : ExitCodes.DoesNotFit;
        });
        return command;
    }

    /// <summary>Reads arguments, and says in one line what is wrong with them.</summary>
    internal static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    internal static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };

    private static void Write(string format, FitDocument answer, TextWriter output)
    {
        switch (format)
        {
            case "csv":
                Places.Write(output, answer.Where);
                break;
            case "json":
                output.WriteLine(JsonSerializer.Serialize(answer, PackingReportJson.Default.FitDocument));
                break;
            default:
                FitView.Show(answer, Consoles.ForResults(output));
                break;
        }
    }
}
