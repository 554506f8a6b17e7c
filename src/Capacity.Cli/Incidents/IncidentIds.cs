using System.Text.Json;
using Capacity.Cli.RightSizing;
using Capacity.Server.Api.Incidents;

namespace Capacity.Cli.Incidents;

/// <summary>Ids of incidents as people type them: the number at the beginning will do.</summary>
internal static class IncidentIds
{
    /// <summary>Finds the whole id. What is no number is left as it is: the service says whether there is such an incident.</summary>
    /// <param name="id">The id, or its number, with or without zeros before it.</param>
    /// <param name="client">The service.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<string> WholeAsync(string id, ServiceClient client, CancellationToken cancellationToken)
    {
        if (id.Length is 0 or > 9 || !id.All(char.IsAsciiDigit))
        {
            return id;
        }

        var start = $"{id.PadLeft(6, '0')}-";
        var all = JsonSerializer.Deserialize<List<IncidentDocument>>(await client.GetAsync("/api/v1/incidents?state=all&take=10000", cancellationToken), JsonSerializerOptions.Web)!;
        return all.Find(i => i.Id.StartsWith(start, StringComparison.Ordinal))?.Id ?? id;
    }
}
