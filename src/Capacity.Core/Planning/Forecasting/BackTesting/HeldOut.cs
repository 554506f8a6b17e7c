using Capacity.Core.Planning.Forecasting.Scores;

namespace Capacity.Core.Planning.Forecasting.BackTesting;

/// <summary>A piece of a series that no model saw, and how it was forecast.</summary>
internal sealed class HeldOut
{
    private const double Level = 0.95;

    private readonly double[] actual;
    private readonly int[] known;
    private readonly double? scale;

    /// <param name="history">What was known.</param>
    /// <param name="actual">What came; <see cref="double.NaN"/> is a gap and is not judged.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    /// <param name="forecast">How it was forecast.</param>
    public HeldOut(double[] history, double[] actual, int season, SeriesForecast forecast)
    {
        this.actual = actual;
        known = [.. Enumerable.Range(0, actual.Length).Where(h => !double.IsNaN(actual[h]))];
        scale = PointErrors.NaiveScale(history, season);
        Forecast = forecast;
    }

    public SeriesForecast Forecast { get; }

    /// <summary>Judges a forecast of it; what there is no ground for is <see langword="null"/>.</summary>
    public ForecastScore Judge(Forecast forecast)
    {
        if (known.Length == 0)
        {
            return new(forecast.Name, null, null, null, null, null);
        }

        var came = Known(actual);
        var point = Known(forecast.Point);
        var (low, high) = (Known(forecast.Quantiles((1 - Level) / 2)), Known(forecast.Quantiles((1 + Level) / 2)));
        return new(
            forecast.Name,
            scale is double unit ? PointErrors.Mase(came, point, unit) : null,
            PointErrors.Smape(came, point),
            scale is double size ? IntervalErrors.Msis(came, low, high, Level, size) : null,
            IntervalErrors.Coverage(came, low, high),
            IntervalErrors.Coverage(came, Known(forecast.Quantiles(0.1)), Known(forecast.Quantiles(0.9))));
    }

    /// <summary>The scaled error of the chosen forecast at a step, and whether its interval held; <see langword="null"/> where there is no ground.</summary>
    public (double? Error, bool? IsInside) At(int step)
    {
        if (double.IsNaN(actual[step]))
        {
            return (null, null);
        }

        var chosen = Forecast.Chosen!;
        var error = Math.Abs(actual[step] - chosen.Point[step]) / scale;
        return (error, actual[step] >= chosen.Quantile(step, (1 - Level) / 2) && actual[step] <= chosen.Quantile(step, (1 + Level) / 2));
    }

    private double[] Known(IReadOnlyList<double> values) => Array.ConvertAll(known, h => values[h]);
}
