using Capacity.Core.Cluster;

namespace Capacity.Core.Recordings;

/// <summary>One request to a cluster and what came back, as it went over the wire, without secrets.</summary>
public sealed record RecordedExchange
{
    /// <summary>Gets when the request was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets how long it took until the last byte of the answer, or until it failed.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Gets <c>http</c>, <c>https</c> or <c>zk</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Gets the host that was asked.</summary>
    public required HostPort Host { get; init; }

    /// <summary>Gets the HTTP method; for ZooKeeper <c>4lw</c>, <c>exists</c>, <c>getChildren</c> or <c>getData</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path and query, the four-letter word, or the path of the znode.</summary>
    public required string Target { get; init; }

    /// <summary>Gets the body that was sent; <see langword="null"/> for none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>Gets the HTTP status; <see langword="null"/> for ZooKeeper and where nothing came back.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the answer's headers that matter to a client.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets the answer's body, decompressed; as much as came before a failure.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets why there was no whole answer; <see langword="null"/> where there was one.</summary>
    public string? Error { get; init; }
}
