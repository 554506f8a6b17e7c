using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Reads JSON that stands in a column.</summary>
internal static class StoredJson
{
    /// <exception cref="IOException">It is damaged.</exception>
    public static T Read<T>(string json, JsonTypeInfo<T> type) => Read(json, j => JsonSerializer.Deserialize(j, type) ?? throw new JsonException("there is nothing"));

    /// <inheritdoc cref="Read{T}(string, JsonTypeInfo{T})"/>
    public static T Read<T>(string json, Func<string, T> read)
    {
        try
        {
            return read(json);
        }
        catch (JsonException e)
        {
            throw new IOException($"The state is damaged: {e.Message}", e);
        }
    }
}
