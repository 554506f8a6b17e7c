using System.Globalization;

namespace Capacity.Benchmarks.Parsing;

/// <summary>Writes the results as Markdown. MB are 10^6 bytes of JSON; figures are medians.</summary>
internal static class ResultTable
{
    private const double Megabyte = 1e6;

    public static void Write(TextWriter output, ClusterFile file, IReadOnlyList<Result> results, int joined, long peakBytes)
    {
        Line(output, $"{file.Bytes / Megabyte:0.0} MB of JSON in {file.Documents} documents, {file.Samples} samples; {joined} containers joined.");
        Line(output, $"Peak memory of the process (VmHWM): {peakBytes / Megabyte:0} MB.");
        Line(output, $"");
        Line(output, $"| {results[0].Runs.Count} runs, medians | MB/s per core (CPU) | MB/s (wall) | CPU ms | ratio of CPU | allocated B per B | GC 0/1/2 |");
        Line(output, $"|---|---:|---:|---:|---:|---:|---:|");
        var reference = results[0].Median(m => m.Cpu.TotalMilliseconds);
        foreach (var result in results)
        {
            var cpu = result.Median(m => m.Cpu.TotalMilliseconds);
            var wall = result.Median(m => m.Wall.TotalMilliseconds);
            var gc = (result.Median(m => m.Collections.Gen0), result.Median(m => m.Collections.Gen1), result.Median(m => m.Collections.Gen2));
            Line(
                output,
                $"| {result.Name} | {file.Bytes / cpu / 1000:0} | {file.Bytes / wall / 1000:0} | {cpu:0} | {cpu / reference:0.00} | {result.Median(m => m.AllocatedBytes) / file.Bytes:0.000} | {gc.Item1}/{gc.Item2}/{gc.Item3} |");
        }
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
