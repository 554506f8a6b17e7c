using System.Globalization;
using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>Reads the Bitbrains traces (GWA-T-12) in their own form: a folder a month, a file a machine.</summary>
internal static class Bitbrains
{
    private const int Cores = 1;
    private const int Capacity = 2;
    private const int Used = 3;
    private const int MemoryCapacity = 5;
    private const int MemoryUsed = 6;

    /// <summary>Reads a month. MHz become cores by the machine's own clock rate, KB become bytes by 1,024.</summary>
    public static IEnumerable<UsageRow> Read(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            foreach (var line in File.ReadLines(file).Skip(1))
            {
                var fields = line.Split(';');
                if (fields.Length <= MemoryUsed || Number(fields[Capacity]) is not (> 0 and var capacity) || Number(fields[Cores]) is not (> 0 and var cores))
                {
                    continue;
                }

                yield return new(
                    DateTimeOffset.FromUnixTimeSeconds((long)Number(fields[0])),
                    name,
                    name,
                    Number(fields[Used]) / capacity * cores,
                    Math.Floor(Number(fields[MemoryUsed]) * 1024),
                    cores,
                    Math.Floor(Number(fields[MemoryCapacity]) * 1024));
            }
        }
    }

    private static double Number(string field) => double.Parse(field.AsSpan().Trim(), CultureInfo.InvariantCulture);
}
