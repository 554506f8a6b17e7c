using System.Text;
using System.Text.Json;

namespace Capacity.Cli.Alerts;

/// <summary>What became of a storm, as JSON; docs/alerts.md has its fields.</summary>
internal static class AlertsReplayDocument
{
    public static string Write(ReplayResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            double Seconds(DateTimeOffset at) => Math.Round((at - result.Storm.Start).TotalSeconds, 1);
            json.WriteStartObject();
            json.WriteString("storm", result.Storm.Name);
            json.WriteNumber("alerts", result.Alerts.Count);
            json.WriteNumber("copies", result.Copies);
            json.WriteNumber("pages", result.Pages);
            json.WriteNumber("heldBack", result.Quietened.Count);
            json.WriteStartArray("incidents");
            foreach (var incident in result.Incidents.OrderBy(i => i.OpenedAt))
            {
                json.WriteStartObject();
                json.WriteString("id", incident.Id);
                json.WriteString("kind", incident.Kind.ToString().ToLowerInvariant());
                json.WriteString("cause", incident.Cause);
                json.WriteNumber("beganSeconds", Seconds(incident.OpenedAt));
                Write(json, "pagedSeconds", incident.PagedAt is { } paged ? Seconds(paged) : null);
                Write(json, "resolvedSeconds", incident.ResolvedAt is { } over ? Seconds(over) : null);
                json.WriteNumber("alerts", incident.Alerts);
                json.WriteNumber("machines", incident.Hosts.Count);
                json.WriteString("zone", incident.Zone);
                json.WriteString("rack", incident.Rack);
                json.WriteNumber("flaps", incident.Flaps);
                json.WriteStartArray("timeline");
                foreach (var entry in incident.Timeline)
                {
                    json.WriteStartObject();
                    json.WriteNumber("atSeconds", Seconds(entry.At));
                    json.WriteString("text", entry.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("reasons");
            foreach (var ((kind, reason), count) in result.Reasons.OrderByDescending(r => r.Value))
            {
                json.WriteStartObject();
                json.WriteString("decision", kind.ToString().ToLowerInvariant());
                json.WriteString("reason", reason);
                json.WriteNumber("alerts", count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
