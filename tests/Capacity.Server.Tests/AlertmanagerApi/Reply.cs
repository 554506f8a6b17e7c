using System.Text.Json;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>An answer.</summary>
/// <param name="Status">Its status.</param>
/// <param name="ContentType">Its content type, as it stands in the header; <see langword="null"/> for none.</param>
/// <param name="Body">Its body.</param>
internal sealed record Reply(int Status, string? ContentType, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>Gets the elements of a list.</summary>
    public IReadOnlyList<JsonElement> List => [.. Json.EnumerateArray()];

    /// <summary>Gets a text at a path, such as <c>status.state</c>.</summary>
    public static string Text(JsonElement element, string path) => path.Split('.').Aggregate(element, (e, name) => e.GetProperty(name)).ToString();
}
