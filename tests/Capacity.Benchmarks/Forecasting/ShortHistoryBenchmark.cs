using System.Globalization;
using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Benchmarks.Forecasting;

/// <summary>
/// How far off run-out dates are that are told after a few weeks, and whether a date is told where there is no growth. Each cluster is forecast alone, twice as far as its history is long:
/// as the service does it, without others to learn from.
/// </summary>
internal static class ShortHistoryBenchmark
{
    private const int Season = 7;
    private const int StepsForEach = 2;
    private const int Farthest = 90;

    /// <summary>The room of clusters that do not grow.</summary>
    private const double Room = 0.1;

    private static readonly int[] Lengths = [14, 21, 28, 42, 60, 90];
    private static readonly double[] Growths = [0.05, 0.1, 0.15, 0.2, 0.3];
    private static readonly int[] Ahead = [10, 20, 30, 60, 90];
    private static readonly int[] Within = [30, 60, 90];

    public static void Run(int seeds, int first, TextWriter output)
    {
        output.WriteLine($"dates after a few weeks: {seeds} clusters for each length and growth, from seed {first}");
        output.WriteLine("| days of history | growth a month | dates | median error of p50, days | p50 too late by, median days | before p10 | between p10 and p90 | after p90 | no p50 within 30 days | 60 days | 90 days | values between p10 and p90 |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var known in Lengths)
        {
            var all = new List<Told>();
            var inside = new List<double>();
            foreach (var monthly in Growths)
            {
                var (told, values) = Judge(known, monthly, seeds, first);
                Write(known, Percent(monthly), told, values, output);
                all.AddRange(told);
                inside.AddRange(values);
            }

            Write(known, "all", all, inside, output);
        }

        output.WriteLine("| days of history, no growth, a tenth free | p50 within 90 days | p10 within 90 days | really full | values between p10 and p90 |");
        output.WriteLine("|---:|---:|---:|---:|---:|");
        foreach (var known in Lengths)
        {
            var (told, values) = Judge(known, 0, seeds, first);
            output.WriteLine($"| {known} | {Share(told, t => t.P50 < Math.Min(Farthest, t.Horizon))} | {Share(told, t => t.P10 < Math.Min(Farthest, t.Horizon))} | {Share(told, t => t.Truth < Math.Min(Farthest, t.Horizon))} | {Percent(values.Average())} |");
        }
    }

    private static (IReadOnlyList<Told> Told, IReadOnlyList<double> Inside) Judge(int known, double monthly, int seeds, int first)
    {
        var horizon = StepsForEach * known;
        GrowingDemand[] demands = [.. Enumerable.Range(first, seeds).Select(s => GrowingDemand.Make(s, known + Math.Max(horizon, Farthest + 1), known, monthly))];
        var forecasts = demands.AsParallel().AsOrdered().Select(d => Forecaster.Run([d.Values.Take(known).ToArray()], new(horizon, Season), CancellationToken.None)[0].Chosen!).ToArray();
        var told = demands.Zip(forecasts).AsParallel().AsOrdered().SelectMany(d => Judge(d.First, d.Second, known, monthly)).ToArray();
        return (told, [.. demands.Zip(forecasts, (d, f) => Inside(d, f, known))]);
    }

    private static IEnumerable<Told> Judge(GrowingDemand demand, Forecast forecast, int known, double monthly)
    {
        // Where nothing grows, the capacity is a tenth above what was; else what growth alone would need on some days to come.
        IEnumerable<double> capacities = monthly == 0 ? [(1 + Room) * demand.Expected[known]] : Ahead.Where(a => a < forecast.Point.Count).Select(a => demand.Expected[known + a]);
        foreach (var capacity in capacities)
        {
            var horizon = forecast.Point.Count;
            var came = demand.Values.Skip(known).Take(horizon).ToList().FindIndex(v => v > capacity);
            var said = RunOut.Of(forecast, new(capacity, Season) { Season = Season, Seed = known });
            yield return new(came < 0 ? horizon : came, said.P10 ?? horizon, said.P50 ?? horizon, said.P90 ?? horizon, horizon);
        }
    }

    private static double Inside(GrowingDemand demand, Forecast forecast, int known)
    {
        var (low, high) = (forecast.Quantiles(0.1), forecast.Quantiles(0.9));
        return Enumerable.Range(0, low.Length).Average(h => demand.Values[known + h] >= low[h] && demand.Values[known + h] <= high[h] ? 1.0 : 0);
    }

    private static void Write(int known, string growth, IReadOnlyList<Told> told, IReadOnlyList<double> inside, TextWriter output)
    {
        var none = Within.Select(w => told.Where(t => t.Truth < w && t.Truth < t.Horizon).ToArray()).Select(near => Share(near, t => t.P50 == t.Horizon));
        output.WriteLine(
            $"| {known} | {growth} | {told.Count} | {Median(told.Select(t => Math.Abs(t.P50 - t.Truth)))} | {Median(told.Select(t => t.P50 - t.Truth))} | {Share(told, t => t.Truth < t.P10)} "
            + $"| {Share(told, t => t.Truth >= t.P10 && t.Truth <= t.P90)} | {Share(told, t => t.Truth > t.P90)} | {string.Join(" | ", none)} | {Percent(inside.Average())} |");
    }

    private static int Median(IEnumerable<int> days) => days.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static string Share(IReadOnlyList<Told> told, Func<Told, bool> which) => told.Count == 0 ? "" : Percent((double)told.Count(which) / told.Count);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    /// <summary>The days of a date and of what was said of it; the horizon where it is farther or was not told.</summary>
    private sealed record Told(int Truth, int P10, int P50, int P90, int Horizon);
}
