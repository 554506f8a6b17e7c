using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Capacity.Server.Api.Scan;

/// <summary>The JSON Schema of the scan document, made from its types so that it cannot drift.</summary>
public static class ScanSchema
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the schema, indented.</summary>
    public static string Write()
    {
        var schema = Plain().GetJsonSchemaAsNode(typeof(ScanDocument), Options).AsObject();
        schema.Insert(0, "title", ScanDocument.SchemaName);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>A converter hides from the exporter what it writes; the standard ones write the same kinds of values.</summary>
    private static JsonSerializerOptions Plain()
    {
        var options = new JsonSerializerOptions(ScanJson.Default.Options);
        options.Converters.Clear();
        return options;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var description = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false)
            .OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (description is not null && schema is JsonObject properties)
        {
            properties.Insert(0, "description", description);
        }

        return schema;
    }
}
