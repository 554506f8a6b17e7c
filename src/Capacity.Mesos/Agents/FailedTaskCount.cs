using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Mesos.Agents;

/// <summary>How many tasks failed among the executors that an agent remembers; nothing else of them is kept.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record FailedTaskCount(int Failed)
{
    internal sealed class Converter : JsonConverter<FailedTaskCount>
    {
        public override FailedTaskCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var depth = reader.CurrentDepth;
            var failed = 0;
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                // Each failed task is in the list once as its state and once more as its last status, two levels further in.
                while (reader.Read() && reader.CurrentDepth > depth)
                {
                    if (reader.TokenType == JsonTokenType.String && reader.CurrentDepth == depth + 4 && reader.ValueTextEquals("TASK_FAILED"u8))
                    {
                        failed++;
                    }
                }
            }

            return new(failed);
        }

        public override void Write(Utf8JsonWriter writer, FailedTaskCount value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
