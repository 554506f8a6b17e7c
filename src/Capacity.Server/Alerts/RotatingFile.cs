using Capacity.Server.Configuration;

namespace Capacity.Server.Alerts;

/// <summary>A file of lines that is put aside when it is full; of those that were, the latest are kept.</summary>
internal sealed class RotatingFile(ReceivedLogSettings settings, TimeProvider time) : IDisposable
{
    private const string Name = "received";
    private FileStream? stream;

    private string Current => Path.Combine(settings.Folder, $"{Name}.jsonl");

    /// <summary>Writes a line.</summary>
    /// <param name="line">The line, with its end.</param>
    /// <param name="head">What a new file begins with; <see langword="null"/> for nothing.</param>
    public void Write(byte[] line, byte[]? head)
    {
        if (stream is not null && stream.Length + line.Length > settings.MaxBytes)
        {
            PutAside();
        }

        if (stream is null)
        {
            Directory.CreateDirectory(settings.Folder);
            stream = new(Current, FileMode.Append, FileAccess.Write, FileShare.Read);
            if (stream.Length == 0 && head is not null && !ReferenceEquals(head, line))
            {
                stream.Write(head);
            }
        }

        stream.Write(line);
        stream.Flush();
    }

    public void Dispose() => stream?.Dispose();

    private void PutAside()
    {
        Dispose();
        stream = null;
        var stamp = time.GetUtcNow();
        File.Move(Current, Path.Combine(settings.Folder, $"{Name}-{stamp:yyyyMMdd'T'HHmmss'.'fff}.jsonl"), overwrite: true);
        foreach (var old in Directory.GetFiles(settings.Folder, $"{Name}-*.jsonl").OrderDescending(StringComparer.Ordinal).Skip(settings.Files))
        {
            File.Delete(old);
        }
    }
}
