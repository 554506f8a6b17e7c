using System.Diagnostics;
using System.Globalization;
using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.BackTesting;

namespace Capacity.Benchmarks.Forecasting;

/// <summary>The hourly and weekly series of the M4 competition, scored as it did.</summary>
internal static class M4Benchmark
{
    public static void Run(string folder, TextWriter output)
    {
        Run(folder, "Hourly", new(48, 24), output);
        Run(folder, "Weekly", new(13, 1), output);
    }

    private static void Run(string folder, string set, ForecastOptions options, TextWriter output)
    {
        var ends = Read(Path.Combine(folder, $"{set}-test.csv")).ToDictionary(s => s.Name, s => s.Values);
        DemandSeries[] series = [.. Read(Path.Combine(folder, $"{set}-train.csv")).Select(s => new DemandSeries(s.Name, [.. s.Values, .. ends[s.Name]]))];
        var start = Stopwatch.GetTimestamp();
        var result = ForecastBackTest.Run(series, options, 1, CancellationToken.None);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set}: {series.Length} series, {options.Horizon} steps, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s with every model"));
        output.WriteLine("| | sMAPE | MASE | MSIS 95 % | within 95 % | within 80 % |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var score in result.Models.Prepend(result.Chosen))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {score.Name} | {score.Smape:0.000} | {score.Mase:0.000} | {score.Msis95:0.00} | {100 * score.Coverage95:0.0} % | {100 * score.Coverage80:0.0} % |"));
        }
    }

    private static IEnumerable<(string Name, double[] Values)> Read(string path) =>
        from line in File.ReadLines(path).Skip(1)
        let fields = line.Split(',').Select(f => f.Trim('"')).ToArray()
        select (fields[0], fields.Skip(1).TakeWhile(f => f.Length > 0).Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray());
}
