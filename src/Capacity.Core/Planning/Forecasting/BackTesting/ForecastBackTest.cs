namespace Capacity.Core.Planning.Forecasting.BackTesting;

/// <summary>Forecasts the ends of series from what was before them, and judges the forecasts by them.</summary>
public static class ForecastBackTest
{
    /// <summary>Runs the back-test. What is held out is seen by no model and no choice.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">The horizon, which is what is held out, and the season.</param>
    /// <param name="rolling">How many pieces of a series are held out one after the other, the last ones, side by side; 1 or more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ForecastBackTestResult Run(IReadOnlyList<DemandSeries> series, ForecastOptions options, int rolling, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(rolling, 1);
        var windows = new List<HeldOut>();
        var judged = new HashSet<string>(StringComparer.Ordinal);
        for (var back = 1; back <= rolling; back++)
        {
            foreach (var (name, window) in Hold(series, options with { EveryModel = true }, back, cancellationToken))
            {
                windows.Add(window);
                judged.Add(name);
            }
        }

        IReadOnlyList<string> skipped = [.. series.Select(s => s.Name).Where(n => !judged.Contains(n))];
        if (windows.Count == 0)
        {
            return new([], Mean("combination", []), [], new Dictionary<string, double>(), 0, skipped);
        }

        return new(
            [.. windows[0].Forecast.Models.Select((m, i) => Mean(m.Name, [.. windows.Select(w => w.Judge(w.Forecast.Models[i]))]))],
            Mean("combination", [.. windows.Select(w => w.Judge(w.Forecast.Chosen!))]),
            [.. Enumerable.Range(0, options.Horizon).Select(h => At(windows, h))],
            windows.SelectMany(w => w.Forecast.Weights).GroupBy(w => w.Key).OrderByDescending(g => g.Sum(w => w.Value)).ToDictionary(g => g.Key, g => g.Sum(w => w.Value) / windows.Count),
            windows.Count,
            skipped);
    }

    private static IEnumerable<(string Name, HeldOut Window)> Hold(IReadOnlyList<DemandSeries> series, ForecastOptions options, int back, CancellationToken cancellationToken)
    {
        (string Name, double[] History, double[] Actual)[] cut =
        [
            .. from one in series
               let known = one.Values.Count - (back * options.Horizon)
               where known > 0
               select (one.Name, one.Values.Take(known).ToArray(), one.Values.Skip(known).Take(options.Horizon).ToArray()),
        ];
        var forecasts = Forecaster.Run([.. cut.Select(c => c.History)], options, cancellationToken);
        return cut.Zip(forecasts).Where(c => c.Second.Chosen is not null).Select(c => (c.First.Name, new HeldOut(c.First.History, c.First.Actual, options.Season, c.Second)));
    }

    private static ForecastScore Mean(string name, ForecastScore[] scores) => new(
        name, scores.Average(s => s.Mase), scores.Average(s => s.Smape), scores.Average(s => s.Msis95), scores.Average(s => s.Coverage95), scores.Average(s => s.Coverage80));

    private static HorizonScore At(List<HeldOut> windows, int step)
    {
        var all = windows.ConvertAll(w => w.At(step));
        return new(step + 1, all.Average(a => a.Error), all.Average(a => a.IsInside is bool inside ? (inside ? 1.0 : 0) : (double?)null));
    }
}
