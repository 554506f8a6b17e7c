using System.Globalization;
using System.IO.Compression;
using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>Reads the public data sets that the folder named by <c>CAPACITY_DATASETS</c> may hold. What is not there is left out.</summary>
internal static class DataSets
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>Lists what is there.</summary>
    public static IEnumerable<UsageSet> At(string? folder)
    {
        var bitbrains = Path.Combine(folder ?? string.Empty, "bitbrains-rnd");
        string[] months = Directory.Exists(bitbrains) ? Directory.GetDirectories(bitbrains) : [];
        foreach (var month in months.Order(StringComparer.Ordinal))
        {
            yield return new($"Bitbrains Rnd {Path.GetFileName(month)}", BackTestPlan.Default, () => Bitbrains.Read(month));
        }

        var google = Path.Combine(folder ?? string.Empty, "google-2011-job-cpu-mem");
        if (Directory.Exists(google))
        {
            yield return new("Google 2011, jobs of 9 days and more (percent of a machine)", new(7, 1, 1), () => Google(google));
        }

        var cloudWatch = Path.Combine(folder ?? string.Empty, "nab-aws-cloudwatch");
        if (Directory.Exists(cloudWatch))
        {
            yield return new("NAB CloudWatch, CPU of 14 days (percent of a machine)", new(7, 6, 7), () => CloudWatch(cloudWatch));
        }
    }

    private static IEnumerable<UsageRow> Google(string folder)
    {
        var cpu = Series(Path.Combine(folder, "cpu_pct.csv.gz"));
        var memory = Series(Path.Combine(folder, "mem_pct.csv.gz"));
        var long9 = cpu.Keys.GroupBy(k => k.Job).Where(g => g.Count() >= 9).Select(g => g.Key).ToHashSet();
        foreach (var ((job, day), values) in cpu.Where(s => long9.Contains(s.Key.Job)))
        {
            var taken = memory[(job, day)];
            for (var i = 0; i < values.Length; i++)
            {
                yield return new(Start.AddDays(day - 1) + (i * Interval), job, job, values[i] / 100, taken[i] / 100 * (1L << 34), 1, 1L << 34);
            }
        }
    }

    private static Dictionary<(string Job, int Day), double[]> Series(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var series = new Dictionary<(string, int), double[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("vm_", StringComparison.Ordinal))
            {
                var fields = line.Split(',');
                var name = fields[0].Split('_');
                series[(name[1], int.Parse(name[2], CultureInfo.InvariantCulture))] = [.. fields.Skip(1).Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
            }
        }

        return series;
    }

    private static IEnumerable<UsageRow> CloudWatch(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*_cpu_utilization_*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            DateTimeOffset? first = null;
            foreach (var line in File.ReadLines(file).Skip(1))
            {
                var fields = line.Split(',');
                var at = DateTimeOffset.Parse(fields[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

                // The series are of different months; each is moved to the same start.
                first ??= at;
                yield return new(Start + (at - first.Value), name, name, double.Parse(fields[1], CultureInfo.InvariantCulture) / 100, null, 1, null);
            }
        }
    }
}
