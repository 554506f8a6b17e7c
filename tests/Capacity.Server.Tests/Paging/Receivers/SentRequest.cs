using System.Text.Json;

namespace Capacity.Server.Tests.Paging.Receivers;

/// <summary>A request that came.</summary>
internal sealed record SentRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
}
