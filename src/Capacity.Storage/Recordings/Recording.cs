using System.Runtime.CompilerServices;
using System.Text.Json;
using Capacity.Core.Recordings;

namespace Capacity.Storage.Recordings;

/// <summary>A folder that holds a recording.</summary>
public sealed class Recording
{
    private readonly string[] segments;
    private readonly List<string> remarks = [];

    private Recording(RecordingManifest manifest, string[] segments)
    {
        Manifest = manifest;
        this.segments = segments;
    }

    /// <summary>Gets what <c>recording.json</c> says.</summary>
    public RecordingManifest Manifest { get; }

    /// <summary>Gets what was amiss with the segments that were read, one line each; empty where all were whole.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Opens the recording in the folder.</summary>
    public static async Task<RecordingOpening> OpenAsync(string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, RecordingFormat.ManifestFile);
        try
        {
            var manifest = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellationToken), RecordingJson.Default.RecordingManifest);
            return manifest switch
            {
                not { Format: RecordingFormat.Name } => Refuse(RecordingFault.NotARecording, $"'{directory}' is not a recording: its {RecordingFormat.ManifestFile} is of something else."),
                { Version: > RecordingFormat.Version } => Refuse(
                    RecordingFault.TooNew, $"'{directory}' has version {manifest.Version} of the format; this program reads up to {RecordingFormat.Version}."),
                { Version: < 1 } => Refuse(RecordingFault.Damaged, $"'{directory}' is damaged: {RecordingFormat.ManifestFile} has no version."),
                _ => Open(directory, manifest),
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refuse(RecordingFault.NotARecording, $"'{directory}' is not a recording: it has no {RecordingFormat.ManifestFile}.");
        }
        catch (JsonException e)
        {
            return Refuse(RecordingFault.Damaged, $"'{directory}' is damaged: {RecordingFormat.ManifestFile} cannot be read{Place(e)}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(RecordingFault.Damaged, $"Cannot read '{directory}': {e.Message}");
        }
    }

    /// <summary>Gives every exchange in the order in which they were written: by the end of the answer, roughly.</summary>
    /// <remarks>A segment that was cut short or is damaged gives what can be read of it; <see cref="Remarks"/> then says so.</remarks>
    public async IAsyncEnumerable<RecordedExchange> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        remarks.Clear();
        foreach (var path in segments)
        {
            using var segment = new SegmentReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var count = 0;
            var end = SegmentEnd.NotYet;
            while (end == SegmentEnd.NotYet && await segment.ReadAsync(cancellationToken))
            {
                if (ExchangeLine.TryRead(segment.Line.Span) is { } exchange)
                {
                    count++;
                    yield return exchange;
                }
                else
                {
                    end = SegmentEnd.Damaged;
                }
            }

            Remark(Path.GetFileName(path), end == SegmentEnd.NotYet ? segment.End : end, count);
        }
    }

    private static RecordingOpening Open(string directory, RecordingManifest manifest)
    {
        var segments = Directory.GetFiles(directory, RecordingFormat.SegmentFiles);
        Array.Sort(segments, (a, b) => (a.Length, a).CompareTo((b.Length, b)));
        var missing = Enumerable.Range(1, segments.Length).FirstOrDefault(n => Path.GetFileName(segments[n - 1]) != RecordingFormat.SegmentFile(n));
        return missing == 0
            ? new RecordingOpening.Opened(new(manifest, segments))
            : Refuse(RecordingFault.Damaged, $"'{directory}' is damaged: {RecordingFormat.SegmentFile(missing)} is missing.");
    }

    private static string Place(JsonException fault) => fault switch
    {
        { LineNumber: { } line, Path: { Length: > 2 } path } => $", line {line + 1}, at {path}",
        { LineNumber: { } line } => $", line {line + 1}",
        _ => "",
    };

    private static RecordingOpening.Refused Refuse(RecordingFault fault, string reason) => new(fault, reason);

    private void Remark(string segment, SegmentEnd end, int count)
    {
        if (end is SegmentEnd.CutShort or SegmentEnd.Damaged)
        {
            remarks.Add($"{segment} {(end == SegmentEnd.CutShort ? "was cut short" : "is damaged")}; read from it: {count} exchanges.");
        }
    }
}
