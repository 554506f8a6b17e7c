using System.Text.Json;

namespace Capacity.Storage.Recordings;

/// <summary>The files of a recording that is being written. Its methods throw what the file system throws.</summary>
internal sealed class RecordingFolder(string directory, RecordingWriterOptions options, TimeProvider time) : IDisposable
{
    private SegmentWriter? segment;
    private DateTimeOffset segmentBegan;
    private int segments;
    private bool isNew;

    /// <summary>Gets or sets how a file is opened; for tests.</summary>
    // Without a buffer of its own, which it would try to write once more when it is disposed of after a failure.
    internal Func<string, Stream> OpenFile { get; set; } = path => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Makes the folder where there is none.</summary>
    public void Create()
    {
        isNew = !Directory.Exists(directory);
        Directory.CreateDirectory(directory);
    }

    /// <summary>Takes away what was written, as far as that goes; the folder too where it is new and empty.</summary>
    public void Delete()
    {
        try
        {
            for (var i = 1; i <= segments; i++)
            {
                File.Delete(Path.Combine(directory, RecordingFormat.SegmentFile(i)));
            }

            File.Delete(Path.Combine(directory, RecordingFormat.ManifestFile));
            if (isNew && !Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It may stay: it is a whole recording of nothing.
        }
    }

    /// <summary>Appends a line, to a new segment where the last is full or old.</summary>
    public void Append(ReadOnlySpan<byte> line)
    {
        var now = time.GetUtcNow();
        if (segment is not null && (segment.Length >= options.SegmentBytes || now - segmentBegan >= options.SegmentAge))
        {
            CloseSegment();
        }

        if (segment is null)
        {
            segments++;
            segment = new(OpenFile(Path.Combine(directory, RecordingFormat.SegmentFile(segments))), options.Quality);
            segmentBegan = now;
        }

        segment.Write(line);
    }

    /// <summary>Brings all lines to the operating system.</summary>
    public void Flush() => segment?.Flush();

    /// <summary>Ends the last segment.</summary>
    public void CloseSegment()
    {
        segment?.Finish();
        segment?.Dispose();
        segment = null;
    }

    /// <summary>Writes <c>recording.json</c> in one step: a reader finds the old or the new one, never half of it.</summary>
    public void WriteManifest(RecordingManifest manifest)
    {
        var path = Path.Combine(directory, RecordingFormat.ManifestFile);
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest, RecordingJson.Default.RecordingManifest);
        File.WriteAllBytes(path + ".new", [.. text, (byte)'\n']);
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Dispose() => segment?.Dispose();
}
