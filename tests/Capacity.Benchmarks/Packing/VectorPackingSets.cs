using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;

namespace Capacity.Benchmarks.Packing;

/// <summary>The published sets of vector bin packing in a folder: archives in <c>data</c>, optima in <c>results_data</c>.</summary>
internal static class VectorPackingSets
{
    public static readonly IReadOnlyList<string> Names = ["New", "Panigrahy", "Triplet"];

    /// <summary>Reads every so-many-th instance of a set. Some of the triplets have demands below 0, which is no packing problem of ours: they are left out.</summary>
    public static IEnumerable<VectorInstance> Read(string folder, string set, int every)
    {
        var optima = File.ReadLines(Path.Combine(folder, "results_data", $"{set}_summary_known.csv")).Skip(1)
            .Select(l => l.Split('\t'))
            .ToDictionary(f => f[0], f => int.Parse(f[2], CultureInfo.InvariantCulture));
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(folder, "data", $"{set}_instances.tar.gz")), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        var index = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && entry.Name.EndsWith(".vbp", StringComparison.Ordinal) && index++ % every == 0)
            {
                using var reader = new StreamReader(data);
                var name = Path.GetFileNameWithoutExtension(entry.Name);
                var text = reader.ReadToEnd();
                if (text.Contains('-', StringComparison.Ordinal))
                {
                    continue;
                }

                yield return new(set, name.Split('_')[0], name, VectorInstance.Read(text), optima.TryGetValue(name, out var optimum) && optimum > 0 ? optimum : null);
            }
        }
    }
}
