using System.Collections.ObjectModel;

namespace Capacity.Storage.Recordings;

/// <summary>What <c>recording.json</c> says about a recording.</summary>
/// <remarks>The serializer sets what the file does not have to null, defaults of init properties or not; hence the getters.</remarks>
public sealed record RecordingManifest
{
    /// <summary>Gets what kind of file this is.</summary>
    public string Format { get => field ?? ""; init; }

    /// <summary>Gets the version of the format.</summary>
    public int Version { get; init; }

    /// <summary>Gets when the first request was sent (UTC); before there is one, when recording began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when the last answer came (UTC); <see langword="null"/> where the recorder was killed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the version of the program that recorded.</summary>
    public string ToolVersion { get => field ?? ""; init; }

    /// <summary>Gets what somebody wanted to say about it; <see langword="null"/> for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the hosts (<c>host:port</c>) by what they are: <c>master</c>, <c>agent</c>, <c>marathon</c>, <c>zooKeeper</c>, <c>unknown</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hosts { get => field ?? ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty; init; }

    /// <summary>Gets what was taken out of every exchange before it was written.</summary>
    public IReadOnlyList<string> Redacted { get => field ?? []; init; }
}
