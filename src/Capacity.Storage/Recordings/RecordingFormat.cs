namespace Capacity.Storage.Recordings;

/// <summary>Names and numbers that the writer and the reader of a recording share; see README.md beside this file.</summary>
internal static class RecordingFormat
{
    /// <summary>What <c>recording.json</c> says it is.</summary>
    public const string Name = "capacity-recording";

    /// <summary>The version that is written, and the newest that can be read.</summary>
    public const int Version = 1;

    /// <summary>The file that says what the folder holds.</summary>
    public const string ManifestFile = "recording.json";

    /// <summary>The files that hold exchanges.</summary>
    public const string SegmentFiles = "exchanges-*.jsonl.br";

    /// <summary>Base-2 logarithm of the Brotli window: 16 MiB, so that an answer finds the one before it.</summary>
    public const int WindowBits = 24;

    /// <summary>Names a segment.</summary>
    /// <param name="number">From 1.</param>
    public static string SegmentFile(int number) => $"exchanges-{number:0000}.jsonl.br";
}
