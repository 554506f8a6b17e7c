using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Incidents;

namespace Capacity.Cli.Incidents;

/// <summary><c>capacity incidents list</c>, and <c>capacity incidents</c> alone: what is broken now, or was.</summary>
internal static class IncidentsListCommand
{
    public static Command Create(TimeProvider time) => AddTo(new("list", "List incidents: the cause, how long, whom it woke, and what was held back."), time);

    /// <summary>Makes a command list incidents.</summary>
    public static Command AddTo(Command command, TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var state = Choices.Option("--state", "Which.", "open|resolved|all", ["open", "resolved", "all"]);
        var since = new Option<string?>("--since") { Description = "Only those that were open since this time, or within this length of time.", HelpName = "TIME" };
        var zone = new Option<string?>("--zone") { Description = "Only those of this zone.", HelpName = "NAME" };
        var team = new Option<string?>("--team") { Description = "Only those of this team.", HelpName = "NAME" };
        var output = Choices.Option("--output", "table for people, json or csv for machines.", "table|json|csv", ["table", "json", "csv"]);
        foreach (var option in (Option[])[state, since, zone, team, output])
        {
            command.Options.Add(option);
        }

        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var format = result.GetValue(output)!;
            var query = RightSizeCommand.Query(
                ("state", result.GetValue(state)), ("since", result.GetValue(since)), ("zone", result.GetValue(zone)), ("team", result.GetValue(team)), ("format", format == "csv" ? "csv" : null));
            var answer = await client.GetAsync($"/api/v1/incidents{query}", cancellationToken);
            var writer = result.InvocationConfiguration.Output;
            switch (format)
            {
                case "csv":
                    await writer.WriteAsync(answer);
                    break;
                case "json":
                    await writer.WriteLineAsync(RightSizeCommand.Pretty(answer));
                    break;
                default:
                    var held = JsonSerializer.Deserialize<HeldDocument>(await client.GetAsync("/api/v1/incidents/held?take=0", cancellationToken), JsonSerializerOptions.Web)!;
                    IncidentView.ShowAll(JsonSerializer.Deserialize<List<IncidentDocument>>(answer, JsonSerializerOptions.Web)!, held, await client.NowAsync(time, cancellationToken), Consoles.ForResults(writer));
                    break;
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
