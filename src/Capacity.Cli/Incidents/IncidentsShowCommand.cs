using System.CommandLine;
using System.Text.Json;
using Capacity.Cli.RightSizing;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Incidents;

namespace Capacity.Cli.Incidents;

/// <summary><c>capacity incidents show</c>: one incident, with what stands behind it.</summary>
internal static class IncidentsShowCommand
{
    public static Command Create(TimeProvider time)
    {
        var service = new ServiceOptions(needsRunning: true);
        var id = new Argument<string>("ID") { Description = "The incident's id, as capacity incidents list has it, or the number it begins with." };
        var output = Choices.Option("--output", "text for people, json for machines.", "text|json", ["text", "json"]);
        var command = new Command("show", "Show an incident: cause, evidence, timeline, alerts, and why each paged or not.") { id, output };
        service.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var client = await service.ConnectAsync(result, time, cancellationToken);
            var incident = await IncidentIds.WholeAsync(result.GetValue(id)!, client, cancellationToken);
            var answer = await client.GetAsync($"/api/v1/incidents/{Uri.EscapeDataString(incident)}", cancellationToken);
            var writer = result.InvocationConfiguration.Output;
            if (result.GetValue(output) == "json")
            {
                await writer.WriteLineAsync(RightSizeCommand.Pretty(answer));
            }
            else
            {
                IncidentView.Show(JsonSerializer.Deserialize<IncidentDetailDocument>(answer, JsonSerializerOptions.Web)!, await client.NowAsync(time, cancellationToken), Consoles.ForResults(writer));
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
