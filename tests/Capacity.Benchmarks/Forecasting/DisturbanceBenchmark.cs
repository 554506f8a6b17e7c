using System.Globalization;
using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Benchmarks.Forecasting;

/// <summary>How far the middle run-out date of simulated clusters moves by what happens once, by how many days ago it was.</summary>
internal static class DisturbanceBenchmark
{
    private const int Known = 400;
    private const int Horizon = 180;
    private const int Season = 7;
    private const int Ahead = 60;

    public static void Run(int seeds, int first, TextWriter output)
    {
        double[][] demands = [.. Enumerable.Range(first, seeds).Select(s => GrowingDemand.Make(s, Known + Horizon, 0).Values.ToArray())];
        var before = Dates(demands, demands, _ => 0);
        output.WriteLine($"what happens once: {seeds} clusters from seed {first}");
        output.WriteLine("| what | days ago | capacity | p50 moves, median days | 90th percentile | less than a week |");
        output.WriteLine("|---|---:|---|---:|---:|---:|");
        foreach (var ago in new[] { 0, 1, 3, 7, 14, 21 })
        {
            double[][] spiked = [.. demands.Select(d => d.Select((v, t) => t == Known - 1 - ago ? 1.4 * v : v).ToArray())];
            double[][] cleaned = [.. demands.Select(d => d.Select((v, t) => t >= Known - 1 - ago ? v - CleanedUp(d) : v).ToArray())];
            Write($"| a day of 40 % more | {ago} | the same", Moves(before, Dates(demands, spiked, _ => 0)), output);
            var (same, less) = (Dates(demands, cleaned, _ => 0), Dates(demands, cleaned, CleanedUp));
            Write($"| 10 % cleaned up | {ago} | less by as much", Moves(before, less), output);
            Write($"| 10 % cleaned up | {ago} | beyond what was gained", Beyond(before, same, less), output);
        }
    }

    private static double CleanedUp(double[] values) => 0.1 * values[(Known - 35)..Known].Average();

    /// <summary>The middle dates at which demand, as it is seen, outgrows what it will really be in some weeks, less something.</summary>
    private static int?[] Dates(double[][] demands, double[][] seen, Func<double[], double> less)
    {
        var forecasts = Forecaster.Run([.. seen.Select(d => d[..Known])], new(Horizon, Season), CancellationToken.None);
        return [.. demands.Select((d, i) => RunOut.Of(forecasts[i].Chosen!, new(d[Known..(Known + Ahead)].Max() - less(d), 30) { Season = Season, Seed = i + 1 }).P50)];
    }

    private static IEnumerable<int> Moves(int?[] before, int?[] after) => before.Zip(after).Where(d => d.First is not null).Select(d => Math.Abs((d.Second ?? Horizon) - d.First!.Value));

    /// <summary>
    /// How far a date went beyond what the clean-up was worth: it may stay, or be as much later as the gain lasts at the growth of the series. Later than that it is where the date for a capacity
    /// less by as much is later than before; and it is never to come sooner.
    /// </summary>
    private static IEnumerable<int> Beyond(int?[] before, int?[] same, int?[] less) =>
        from d in before.Zip(same, less)
        where d.First is not null
        select Math.Max(0, Math.Max((d.Third ?? Horizon) - d.First!.Value, d.First.Value - (d.Second ?? Horizon)));

    private static void Write(string what, IEnumerable<int> moved, TextWriter output)
    {
        int[] moves = [.. moved.Order()];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} | {moves[moves.Length / 2]} | {moves[(int)(0.9 * moves.Length)]} | {100.0 * moves.Count(m => m < 7) / moves.Length:0.0} % of {moves.Length} |"));
    }
}
