using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Writes JSON for columns, in memory that is used again and again. What it gives holds until the next is written.</summary>
internal sealed class ColumnJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> text = new(1024);
    private readonly Utf8JsonWriter writer;

    public ColumnJson() => writer = new(text, PairsJson.Options);

    /// <summary>Writes names and values as <see cref="PairsJson"/> reads them.</summary>
    public ReadOnlySpan<byte> Pairs(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        Clear();
        writer.WriteStartObject();
        for (var i = 0; i < pairs.Count; i++)
        {
            var (name, value) = pairs[i];
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return text.WrittenSpan;
    }

    /// <summary>Writes what <see cref="StoredJson"/> reads.</summary>
    public ReadOnlySpan<byte> Of<T>(T value, JsonTypeInfo<T> type)
    {
        Clear();
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return text.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void Clear()
    {
        text.ResetWrittenCount();
        writer.Reset();
    }
}
