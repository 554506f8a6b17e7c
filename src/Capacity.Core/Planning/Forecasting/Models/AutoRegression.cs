namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>Each value as a sum of parts of earlier ones: the last few, and those around a season ago. Ridge regression, of the values or of their steps.</summary>
/// <param name="name">The name in reports.</param>
/// <param name="isOfSteps">Whether differences from step to step are modelled.</param>
internal sealed class AutoRegression(string name, bool isOfSteps) : IForecastModel
{
    private const int Window = 1500;

    /// <summary>What is added to each variance, in parts of it.</summary>
    private const double Ridge = 1e-3;

    public string Name => name;

    public double[] Fit(View view, int horizon) => [];

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var start = Math.Max(0, view.Count - Window);
        var values = view.Values[start..view.Count];
        var last = values[^1];
        if (isOfSteps)
        {
            values = [.. values.Skip(1).Zip(values, (b, a) => b - a)];
        }

        var lags = Lags(view.Season.Periods, values.Length);
        if (lags.Length == 0)
        {
            forecast.Fill(last);
            return;
        }

        var regression = RidgeRegression.Of(values, lags, Ridge);
        var all = new double[values.Length + forecast.Length];
        values.CopyTo(all, 0);
        var (low, high) = Limits(values);
        for (var i = 0; i < forecast.Length; i++)
        {
            var next = Math.Clamp(regression.Next(all, values.Length + i), low, high);
            all[values.Length + i] = next;
            last += next;
            forecast[i] = isOfSteps ? last : next;
        }
    }

    private static int[] Lags(IReadOnlyList<int> periods, int count)
    {
        var few = Math.Min(periods.Count > 0 ? 3 : 8, count / 8);
        var lags = Enumerable.Range(1, few).ToList();
        foreach (var period in periods.Where(p => count >= 3 * p))
        {
            lags.AddRange([period - 1, period, period + 1]);
        }

        if (periods.Count > 0 && count >= 4 * periods[0])
        {
            lags.AddRange([2 * periods[0], (2 * periods[0]) + 1]);
        }

        return [.. lags.Distinct().Order().Where(l => l < count / 2)];
    }

    private static (double Low, double High) Limits(double[] values)
    {
        var (low, high) = (values.Min(), values.Max());
        return (low - (high - low), high + (high - low));
    }
}
