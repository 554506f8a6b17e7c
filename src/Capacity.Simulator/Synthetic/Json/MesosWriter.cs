using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Capacity.Core.Cluster;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes JSON as Mesos writes it: without white space, slashes unescaped, and doubles never without a point.</summary>
internal static class MesosWriter
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void WriteDouble(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteDoubleValue(value);
    }

    public static void WriteDoubleValue(this Utf8JsonWriter json, double value)
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny(".E"u8) < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    /// <summary>Writes seconds since 1970, with microseconds.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset time) =>
        json.WriteDouble(name, Math.Round((time - DateTimeOffset.UnixEpoch).TotalSeconds, 6));

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an id as the protobuf has it: an object with a value.</summary>
    public static void WriteId(this Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    /// <summary>Writes the fault domain and the attributes, which agents and masters give in one form but not in one place.</summary>
    public static void WriteDomain(this Utf8JsonWriter json, SyntheticAgent agent)
    {
        if (!agent.HasDomain)
        {
            return;
        }

        json.WriteStartObject("domain");
        json.WriteStartObject("fault_domain");
        json.WriteStartObject("region");
        json.WriteString("name", "dc1");
        json.WriteEndObject();
        json.WriteStartObject("zone");
        json.WriteString("name", $"z{agent.Zone}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteAttributes(this Utf8JsonWriter json, SyntheticAgent agent)
    {
        json.WriteStartObject("attributes");
        json.WriteDouble("zone", agent.Zone);
        json.WriteString("rack", agent.Rack);
        json.WriteString("type", agent.Shape.Type);
        json.WriteEndObject();
    }

    public static void WriteCapabilities(this Utf8JsonWriter json) => json.WriteStrings(
        "capabilities",
        [
            "MULTI_ROLE", "HIERARCHICAL_ROLE", "RESERVATION_REFINEMENT", "RESOURCE_PROVIDER",
            "RESIZE_VOLUME", "AGENT_OPERATION_FEEDBACK", "AGENT_DRAINING", "TASK_RESOURCE_LIMITS",
        ]);

    public static void WritePid(this Utf8JsonWriter json, HostPort address) => json.WriteString("pid", $"slave(1)@{address}");
}
