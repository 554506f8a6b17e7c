using System.Globalization;
using System.Text.Json;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Alerts, groups of them and silences as Alertmanager writes them.</summary>
internal static class AlertJson
{
    public static void WriteAlert(Utf8JsonWriter json, Alert alert, string receiver)
    {
        json.WriteStartObject();
        WritePairs(json, "annotations", alert.Annotations);
        WriteTime(json, "endsAt", alert.EndsAt);
        json.WriteString("fingerprint", alert.Fingerprint.ToString());
        json.WriteStartArray("receivers");
        WriteReceiver(json, receiver);
        json.WriteEndArray();
        WriteTime(json, "startsAt", alert.StartsAt);
        json.WriteStartObject("status");
        WriteEmptyList(json, "inhibitedBy");
        WriteEmptyList(json, "mutedBy");
        json.WriteStartArray("silencedBy");
        foreach (var silence in alert.SilencedBy)
        {
            json.WriteStringValue(silence.Id);
        }

        json.WriteEndArray();
        json.WriteString("state", alert.SilencedBy.Count > 0 ? "suppressed" : "active");
        json.WriteEndObject();
        WriteTime(json, "updatedAt", alert.ArrivedAt);
        if (alert.GeneratorUrl.Length > 0)
        {
            json.WriteString("generatorURL", alert.GeneratorUrl);
        }

        WritePairs(json, "labels", alert.Labels);
        json.WriteEndObject();
    }

    public static void WriteGroup(Utf8JsonWriter json, AlertGroup group, string receiver)
    {
        json.WriteStartObject();
        json.WriteStartArray("alerts");
        foreach (var alert in group.Alerts)
        {
            WriteAlert(json, alert, receiver);
        }

        json.WriteEndArray();
        WritePairs(json, "labels", group.Labels);
        json.WritePropertyName("receiver");
        WriteReceiver(json, receiver);
        WritePairs(json, "routeLabels", []);
        json.WriteEndObject();
    }

    public static void WriteSilence(Utf8JsonWriter json, Silence silence, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("id", silence.Id);
        json.WriteStartObject("status");
        json.WriteString("state", Word(silence.StateAt(now)));
        json.WriteEndObject();
        WriteTime(json, "updatedAt", silence.UpdatedAt);
        WritePairs(json, "annotations", silence.Annotations);
        json.WriteString("comment", silence.Comment);
        json.WriteString("createdBy", silence.CreatedBy);
        WriteTime(json, "endsAt", silence.EndsAt);
        json.WriteStartArray("matchers");
        foreach (var matcher in silence.Matchers)
        {
            json.WriteStartObject();
            json.WriteBoolean("isEqual", matcher.IsEqual);
            json.WriteBoolean("isRegex", matcher.IsRegex);
            json.WriteString("name", matcher.Name);
            json.WriteString("value", matcher.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTime(json, "startsAt", silence.StartsAt);
        json.WriteEndObject();
    }

    public static void WriteReceiver(Utf8JsonWriter json, string receiver)
    {
        json.WriteStartObject();
        json.WriteString("name", receiver);
        json.WriteEndObject();
    }

    public static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[32];
        time.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in pairs)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteEmptyList(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    private static string Word(SilenceState state) => state switch
    {
        SilenceState.Pending => "pending",
        SilenceState.Active => "active",
        _ => "expired",
    };
}
