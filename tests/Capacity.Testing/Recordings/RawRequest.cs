using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Testing.Recordings;

/// <summary>A line of <c>index.jsonl</c> or <c>index_fast.jsonl</c>.</summary>
internal sealed record RawRequest
{
    /// <summary>Gets the number of the poll; 0 in <c>index_fast.jsonl</c>.</summary>
    public int Tick { get; init; }

    /// <summary>Gets when it was sent, in seconds since 1970.</summary>
    public required decimal Ts { get; init; }

    /// <summary>Gets the address; in <c>index_fast.jsonl</c> without a scheme.</summary>
    public required string Url { get; init; }

    /// <summary>Gets the whole address.</summary>
    [JsonIgnore]
    public Uri Address => new(Url.Contains("://", StringComparison.Ordinal) ? Url : "http://" + Url);

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get => field ?? "GET"; init; }

    /// <summary>Gets the body that was sent.</summary>
    public JsonElement? Request { get; init; }

    /// <summary>Gets the HTTP status; <see langword="null"/> where nothing came back.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the headers of the answer.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Gets the Location header in <c>index_fast.jsonl</c>.</summary>
    public string? Location { get; init; }

    /// <summary>Gets how long it took.</summary>
    [JsonPropertyName("ms")]
    public decimal Milliseconds { get; init; }

    /// <summary>Gets how many bytes the body had.</summary>
    public int Bytes { get; init; }

    /// <summary>Gets the file with the body; <see langword="null"/> for an empty one, and in <c>index_fast.jsonl</c> for one like before.</summary>
    public string? File { get; init; }

    /// <summary>Gets why nothing came back.</summary>
    public string? Error { get; init; }
}
