using System.Text.Json;
using Capacity.Core.Alerting.Correlation;

namespace Capacity.Cli.Alerts;

/// <summary>Writes what a pager would have been told, one JSON object a line.</summary>
internal static class PagerCalls
{
    public static void Write(ReplayResult result, Stream output)
    {
        foreach (var call in result.Calls)
        {
            using (var json = new Utf8JsonWriter(output))
            {
                json.WriteStartObject();
                json.WriteNumber("t", Math.Round((call.At - result.Storm.Start).TotalSeconds, 1));
                json.WriteString("key", call.Incident!.Id);
                json.WriteString("action", call.Kind == DecisionKind.Resolve ? "resolve" : "trigger");
                json.WriteString("reason", call.Reason);
                json.WriteStartArray("alerts");
                foreach (var labels in call.Alerts)
                {
                    if (result.Storm.Ids.TryGetValue(labels, out var id))
                    {
                        json.WriteNumberValue(id);
                    }
                    else
                    {
                        json.WriteStringValue(labels.Fingerprint.ToString());
                    }
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            output.WriteByte((byte)'\n');
        }
    }
}
