using System.ComponentModel.DataAnnotations;

namespace Capacity.Storage.Recordings;

/// <summary>How a recording is written.</summary>
public sealed class RecordingWriterOptions
{
    /// <summary>Gets or sets what to say about the recording; <see langword="null"/> for nothing.</summary>
    public string? Note { get; set; }

    /// <summary>Gets or sets the Brotli quality.</summary>
    /// <value>The default is 5; from 0 (fast) to 11 (small, and some hundred times slower).</value>
    [Range(0, 11)]
    public int Quality { get; set; } = 5;

    /// <summary>Gets or sets the compressed size after which a new segment begins.</summary>
    /// <value>The default is 64 MiB; at least 1.</value>
    [Range(1, long.MaxValue)]
    public long SegmentBytes { get; set; } = 64L << 20;

    /// <summary>Gets or sets the age after which a new segment begins.</summary>
    /// <value>The default is 1 hour; positive.</value>
    public TimeSpan SegmentAge { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how much time a killed recorder may lose.</summary>
    /// <value>The default is 1 second; not negative. Each flush costs some bytes.</value>
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets how many exchanges may wait to be written before callers have to wait.</summary>
    /// <value>The default is 64; at least 1.</value>
    [Range(1, 65536)]
    public int QueueLength { get; set; } = 64;
}
