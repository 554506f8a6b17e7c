using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Cli.Packing;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Forecasts;

namespace Capacity.Cli.Planning;

/// <summary><c>capacity forecast</c>: what will be needed and when it is full, by a service, or what one has stored; and the proof.</summary>
internal static class ForecastCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions();
        var resource = FitCommand.Text("--resource", "NAME", "Only this resource: cpus, mem, disk or gpus.");
        var level = FitCommand.Text("--level", "WORD", "Only demands counted over this: cluster, zone, role or team. [default: all but teams]");
        var zone = FitCommand.Text("--zone", "NAME", "Only this zone.");
        var role = FitCommand.Text("--role", "NAME", "Only what is kept for this role; * for everybody.");
        var team = FitCommand.Text("--team", "NAME", "Only this team.");
        var used = new Option<bool>("--used") { Description = "What containers use, in place of what is allocated." };
        var step = Choices.Option("--step", "How long a step is.", "day|hour", ["day", "hour"]);
        var leadTime = FitCommand.Text("--lead-time", "TIME", "The time from ordering machines until they run, such as 45d. [default: the service's]");
        var target = FitCommand.Text("--target", "P", "The probability of running out that is accepted. [default: the service's]");
        var shape = new Option<string[]>("--shape") { Description = "A machine that can be bought, such as 32c128g. May be given several times.", HelpName = "SHAPE", AllowMultipleArgumentsPerToken = false };
        var with = FitCommand.Text("--with", "FILE", "A plan as JSON: counted in place of the one that the service has stored.");
        var output = Choices.Option("--output", "table for people, json or csv for machines.", "table|json|csv", ["table", "json", "csv"]);
        var command = new Command("forecast", """
            Say what will be needed and when it is full, and prove it.
              capacity forecast
              capacity forecast --resource cpus --zone east --lead-time 45d --with plan.json
            """)
        {
            resource, level, zone, role, team, used, step, leadTime, target, shape, with, output,
        };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            string? Given(Option<string?> option) => result.GetValue(option);
            var format = result.GetValue(output)!;
            var plan = Given(with) is { } file ? Read(file) : null;
            var path = "/api/v1/forecast" + RightSizeCommand.Query(
            [
                ("resource", Given(resource)), ("level", Given(level)), ("zone", Given(zone)), ("role", Given(role)), ("team", Given(team)), ("kind", result.GetValue(used) ? "used" : null),
                ("step", result.GetValue(step)), ("leadTime", Given(leadTime)), ("target", Probability(Given(target))), ("format", format == "csv" ? "csv" : null),
                .. (result.GetValue(shape) ?? []).Select(s => ("shape", (string?)s)),
            ]);
            var answer = await ProgressLine.RunAsync(result.InvocationConfiguration.Error, async say =>
            {
                say("forecasting");
                await using var client = await service.ConnectAsync(result, time, cancellationToken);
                return plan is null ? await client.GetAsync(path, cancellationToken) : await client.PostAsync(path, plan, cancellationToken);
            });
            Write(format, answer, result.InvocationConfiguration.Output);
            return ExitCodes.Ok;
        });
        command.Subcommands.Add(ForecastBackTestCommand.Create());
        return command;
    }

    private static string? Probability(string? text) =>
        text is null || double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? text : throw new UserErrorException($"--target: '{text}' is no probability: write 0.1.");

    private static JsonObject Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new UserErrorException($"--with: '{file}' holds no plan: write {{\"events\": [...]}}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--with: '{file}' cannot be read: {FileFaults.Why(file, e)}.");
        }
        catch (JsonException e)
        {
            throw new UserErrorException(new FileInfo(file).Length == 0 ? $"--with: '{file}' is empty; docs/forecast.md has the format." : $"--with: '{file}', line {e.LineNumber + 1}, is no JSON; docs/forecast.md has the format.");
        }
    }

    private static void Write(string format, string answer, TextWriter output)
    {
        switch (format)
        {
            case "csv":
                output.Write(answer);
                break;
            case "json":
                output.WriteLine(RightSizeCommand.Pretty(answer));
                break;
            default:
                ForecastView.Show(
                    JsonSerializer.Deserialize(answer, Server.Api.Forecasts.ForecastJson.Default.ForecastDocument) ?? throw new UserErrorException("The service's answer is empty.", ExitCodes.Failed), Consoles.ForResults(output));
                break;
        }
    }
}
