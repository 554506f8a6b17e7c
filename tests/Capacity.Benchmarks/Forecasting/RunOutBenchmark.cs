using System.Globalization;
using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Benchmarks.Forecasting;

/// <summary>How far off the dates are at which simulated clusters are said to be full, with dates that are known.</summary>
internal static class RunOutBenchmark
{
    private const int Known = 400;
    private const int Horizon = 180;
    private const int Season = 7;

    public static void Run(int seeds, TextWriter output)
    {
        Dates("growth, shifts, spikes and gaps in the past", seeds, [30, 60, 90], output);
        Disturbance("one day of 40 % more, a week ago", seeds, output, (values, t) => t == Known - 7 ? values[t] * 1.4 : values[t], false);
        Disturbance("one day of 40 % more, the last day", seeds, output, (values, t) => t == Known - 1 ? values[t] * 1.4 : values[t], false);
        Disturbance("10 % cleaned up three weeks ago", seeds, output, (values, t) => t >= Known - 21 ? values[t] - CleanedUp(values) : values[t], true);
        Disturbance("10 % cleaned up a week ago", seeds, output, (values, t) => t >= Known - 7 ? values[t] - CleanedUp(values) : values[t], true);
    }

    private static double CleanedUp(double[] values) => 0.1 * values[(Known - 35)..Known].Average();

    private static void Dates(string name, int seeds, int[] aheads, TextWriter output)
    {
        GrowingDemand[] demands = [.. Enumerable.Range(0, seeds).Select(s => GrowingDemand.Make(s, Known + Horizon, Known))];
        var forecasts = Forecaster.Run([.. demands.Select(d => d.Values.Take(Known).ToArray())], new(Horizon, Season), CancellationToken.None);
        output.WriteLine($"{name}: {seeds} clusters");
        foreach (var ahead in aheads)
        {
            var (errors, inside, p50s) = (new List<double>(), 0, 0);
            for (var i = 0; i < seeds; i++)
            {
                // The capacity is what growth alone would need on that day; when it was full really, noise and wandering had their say.
                double[] future = [.. demands[i].Values.Skip(Known)];
                var capacity = demands[i].Expected[Known + ahead];
                var truth = Array.FindIndex(future, v => v > capacity);
                truth = truth < 0 ? Horizon : truth;

                var found = RunOut.Of(forecasts[i].Chosen!, new(capacity, 30) { Seed = i + 1 });
                errors.Add(Math.Abs((found.P50 ?? Horizon) - truth));
                inside += truth >= (found.P10 ?? Horizon) && truth <= (found.P90 ?? Horizon) ? 1 : 0;
                p50s += truth <= (found.P50 ?? Horizon) ? 1 : 0;
            }

            errors.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ahead} days ahead: median error {errors[errors.Count / 2]:0.0} days, within p10 to p90 {100.0 * inside / errors.Count:0.0} %, by p50 {100.0 * p50s / errors.Count:0.0} % of {errors.Count}"));
        }
    }

    /// <summary>Says how far p50 moves by something that happens once. What is gone for good moves the true date too: that much is taken off.</summary>
    private static void Disturbance(string name, int seeds, TextWriter output, Func<double[], int, double> change, bool stays)
    {
        var moves = new List<double>();
        double[][] demands = [.. Enumerable.Range(0, seeds).Select(s => GrowingDemand.Make(s, Known + Horizon, 0).Values.ToArray())];
        double[][] changed = [.. demands.Select(d => d[..Known].Select((_, t) => change(d, t)).ToArray())];
        var before = Forecaster.Run([.. demands.Select(d => d[..Known])], new(Horizon, Season), CancellationToken.None);
        var after = Forecaster.Run(changed, new(Horizon, Season), CancellationToken.None);
        for (var i = 0; i < seeds; i++)
        {
            var capacity = demands[i][Known..(Known + 60)].Max();
            var was = RunOut.Of(before[i].Chosen!, new(capacity, 30) { Seed = i + 1 });
            var now = RunOut.Of(after[i].Chosen!, new(stays ? capacity - CleanedUp(demands[i]) : capacity, 30) { Seed = i + 1 });
            if (was.P50 is int p50)
            {
                moves.Add(Math.Abs((now.P50 ?? Horizon) - p50));
            }
        }

        moves.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: p50 moves by {moves[moves.Count / 2]:0} days in the median, {moves[(int)(moves.Count * 0.9)]:0} at the 90th percentile, less than a week in {100.0 * moves.Count(m => m < 7) / moves.Count:0.0} % of {moves.Count}"));
    }
}
