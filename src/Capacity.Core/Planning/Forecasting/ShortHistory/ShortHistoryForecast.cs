using Capacity.Core.Planning.Forecasting.Intervals;

namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>Forecasts of days whose history is short: as much as that is, what is known of growth counts in place of what models were worth in the past.</summary>
internal static class ShortHistoryForecast
{
    /// <summary>Steps whose season is a week are days.</summary>
    private const int Week = 7;

    /// <summary>Up to as many days, the past says nothing of models.</summary>
    private const double Short = 90;

    /// <summary>From as many days on, it says all.</summary>
    private const double Long = 160;

    private const string Name = "bayesian-growth";

    /// <summary>The degrees of freedom of Student's distribution: tails are long where little is known.</summary>
    private const double Freedom = 4;

    /// <summary>What is off on one day is off on the next: the growth of a course stays as it is.</summary>
    private const double SlowEcho = 0.999;

    /// <summary>How large errors are, in parts of what is worked out, where there are many days.</summary>
    private const double Size = 0.83;

    /// <summary>How much larger they are where there are few: this by the number of days.</summary>
    private const double Doubt = 5.2;

    private static readonly ErrorDistribution Errors = ErrorDistribution.Student(Freedom);

    /// <summary>Takes what is known of growth into a forecast.</summary>
    /// <param name="forecast">The forecast of models.</param>
    /// <param name="weights">What each of them counts in it; their sum is 1.</param>
    /// <param name="values">The series with its gaps.</param>
    /// <param name="options">What to forecast.</param>
    /// <returns>The forecast, and what each model and the growth count in it.</returns>
    public static (Forecast Forecast, IReadOnlyDictionary<string, double> Weights) Of(
        Forecast forecast, IReadOnlyDictionary<string, double> weights, IReadOnlyList<double> values, ForecastOptions options)
    {
        var known = values.Count(double.IsFinite);
        var share = Math.Clamp((Long - known) / (Long - Short), 0, 1);
        if (options.Season != Week || share == 0 || GrowthForecast.Of(values, options.Season, options.Horizon) is not { } growth)
        {
            return (forecast, weights);
        }

        // What the mean absolute value is of a normal error.
        var size = (Size + (Doubt / known)) * Math.Sqrt(2 / Math.PI);
        var counted = weights.Select(w => (Name: w.Key, Weight: (1 - share) * w.Value)).Append((Name, Weight: share)).Where(w => w.Weight > 0).ToDictionary(w => w.Name, w => w.Weight);
        var told = forecast with
        {
            Point = [.. forecast.Point.Zip(growth.Point, (a, b) => Math.Max(forecast.Floor ?? double.NegativeInfinity, Between(a, b)))],
            Scale = [.. forecast.Scale.Zip(growth.Spread, (a, b) => Between(a, size * b))],
            Errors = forecast.Errors.Towards(Errors, share),
            Texture = new(
                Between(forecast.Texture.NoiseVariance, growth.Noise * growth.Noise), Between(forecast.Texture.NoiseEcho, growth.Memory), Between(forecast.Texture.SlowEcho, SlowEcho)),
        };
        return (told, counted);

        double Between(double a, double b) => a + (share * (b - a));
    }
}
