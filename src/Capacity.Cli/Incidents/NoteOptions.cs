using System.CommandLine;
using System.Text.Json.Nodes;
using Capacity.Cli.RightSizing;

namespace Capacity.Cli.Incidents;

/// <summary>Which incident somebody says something of, who, and to which service.</summary>
internal sealed class NoteOptions
{
    private readonly Argument<string> id = new("ID") { Description = "The incident's id, as pages and messages show it, or the number it begins with." };
    private readonly Option<string?> by = new("--by") { Description = "Who you are; the user of this machine where it is not given.", HelpName = "NAME" };
    private readonly ServiceOptions service = new();

    public void AddTo(Command command)
    {
        command.Arguments.Insert(0, id);
        command.Options.Add(by);
        service.AddTo(command);
    }

    /// <summary>Tells the service.</summary>
    /// <param name="result">The arguments.</param>
    /// <param name="what">What is done, as its address says it.</param>
    /// <param name="text">What is said; <see langword="null"/> for nothing.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting for an answer.</param>
    /// <returns>What is known of the incident's messages and notes now.</returns>
    /// <exception cref="UserErrorException">It does not answer, or refuses; the message says why.</exception>
    public async Task<JsonNode> PostAsync(ParseResult result, string what, string? text, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["by"] = result.GetValue(by) ?? Environment.UserName, ["text"] = text };
        await using var client = await service.ConnectAsync(result, time, cancellationToken);
        var incident = await IncidentIds.WholeAsync(result.GetValue(id)!, client, cancellationToken);
        return JsonNode.Parse(await client.PostAsync($"/api/v1/incidents/{Uri.EscapeDataString(incident)}/{what}", body, cancellationToken))!;
    }
}
