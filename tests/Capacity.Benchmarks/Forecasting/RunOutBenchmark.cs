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

    public static void Run(int seeds, int first, TextWriter output)
    {
        GrowingDemand[] demands = [.. Enumerable.Range(first, seeds).Select(s => GrowingDemand.Make(s, Known + Horizon, Known))];
        var forecasts = Forecaster.Run([.. demands.Select(d => d.Values.Take(Known).ToArray())], new(Horizon, Season), CancellationToken.None);
        output.WriteLine($"growth, shifts, spikes and gaps in the past: {seeds} clusters from seed {first}");
        output.WriteLine("| days ahead | median error of p50, days | between p10 and p90 | before p10 | by p50 | after p90 | below 10 % | below 50 % | below 90 % |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var ahead in new[] { 30, 60, 90 })
        {
            Judgement[] all = [.. demands.Zip(forecasts, (d, f) => Judge(d, f.Chosen!, ahead))];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {ahead} | {all.Select(j => j.Error).Order().ElementAt(seeds / 2)} | {Share(all, j => !j.IsBefore && !j.IsAfter)} | {Share(all, j => j.IsBefore)} | {Share(all, j => j.IsByMiddle)} | {Share(all, j => j.IsAfter)} | {Share(all, j => j.Place < 0.1)} | {Share(all, j => j.Place < 0.5)} | {Share(all, j => j.Place < 0.9)} |"));
        }
    }

    private static Judgement Judge(GrowingDemand demand, Forecast forecast, int ahead)
    {
        // The capacity is what growth alone would need on that day; when it was full really, noise and wandering had their say.
        var capacity = demand.Expected[Known + ahead];
        var came = demand.Values.Skip(Known).ToList().FindIndex(v => v > capacity);
        var truth = came < 0 ? Horizon : came;
        var found = RunOut.Of(forecast, new(capacity, 30) { Season = Season, Seed = ahead });
        return new(
            Math.Abs((found.P50 ?? Horizon) - truth), truth < (found.P10 ?? Horizon), truth <= (found.P50 ?? Horizon), truth > (found.P90 ?? Horizon), Place(forecast, capacity, truth));
    }

    /// <summary>Where in the forecast's distribution the true date is, 0 to 1: evenly spread where probabilities are right. The day itself counts half, for demand is above the capacity on a few days of a week.</summary>
    private static double Place(Forecast forecast, double capacity, int truth)
    {
        int[] passages = [.. DemandPaths.Simulate(forecast, 1000, 1).Select(p => Array.FindIndex(p, v => v > capacity)).Select(t => t < 0 ? Horizon : t)];
        return (passages.Count(p => p < truth) + (0.5 * passages.Count(p => p == truth))) / passages.Length;
    }

    private static string Share(Judgement[] all, Func<Judgement, bool> which) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * all.Count(which) / all.Length:0.0} %");

    private sealed record Judgement(int Error, bool IsBefore, bool IsByMiddle, bool IsAfter, double Place);
}
