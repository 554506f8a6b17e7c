using Microsoft.Win32.SafeHandles;

namespace Capacity.Benchmarks.Parsing;

/// <summary>The answers of a synthetic cluster in one file, so that their bytes are no part of the measured process.</summary>
internal sealed class ClusterFile : IDisposable
{
    private readonly SafeFileHandle file;
    private readonly Dictionary<string, (long Offset, int Length)>[] samples;

    private ClusterFile(SafeFileHandle file, Dictionary<string, (long Offset, int Length)>[] samples)
    {
        this.file = file;
        this.samples = samples;
    }

    public int Samples => samples.Length;

    /// <summary>Gets the bytes of all answers together.</summary>
    public long Bytes => samples.Sum(s => s.Values.Sum(d => (long)d.Length));

    public int Documents => samples.Sum(s => s.Count);

    /// <summary>Opens a file and its index, which holds sample, name, offset and length of each answer, one a line.</summary>
    public static ClusterFile Open(string path)
    {
        var entries = File.ReadLines(IndexOf(path)).Select(line => line.Split(' ')).ToList();
        return new(
            File.OpenHandle(path, options: FileOptions.RandomAccess),
            [.. entries.GroupBy(e => e[0]).OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => s.ToDictionary(e => e[1], e => (long.Parse(e[2]), int.Parse(e[3]))))]);
    }

    public static string IndexOf(string path) => path + ".index";

    /// <summary>Opens one answer; <see langword="null"/> where there is none of that name.</summary>
    public Stream? Find(int sample, string name) =>
        samples[sample].TryGetValue(name, out var found) ? new FilePartStream(file, found.Offset, found.Length) : null;

    /// <summary>Reads every answer in turn into one buffer, and hands it on.</summary>
    public void ForEach(Action<ReadOnlyMemory<byte>> read)
    {
        var buffer = Array.Empty<byte>();
        foreach (var (offset, length) in samples.SelectMany(s => s.Values))
        {
            buffer = buffer.Length < length ? new byte[length] : buffer;
            if (RandomAccess.Read(file, buffer.AsSpan(0, length), offset) != length)
            {
                throw new EndOfStreamException();
            }

            read(buffer.AsMemory(0, length));
        }
    }

    public void Dispose() => file.Dispose();
}
