using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Capacity.Server.Api.Scan;

namespace Capacity.Server.Paging.Receivers;

/// <summary>JSON as receivers take it.</summary>
internal static class ReceiverJson
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web)
    {
        Converters = { new UtcTimeConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Snake = new(Camel) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes with names such as <c>groupKey</c>.</summary>
    public static byte[] InCamelCase<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Camel);

    /// <summary>Writes with names such as <c>dedup_key</c>.</summary>
    public static byte[] InSnakeCase<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Snake);
}
