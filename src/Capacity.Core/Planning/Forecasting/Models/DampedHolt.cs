namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>Exponential smoothing of level and trend, the trend dying away (Gardner and McKenzie, 1985), of the series without its seasons.</summary>
internal sealed class DampedHolt : IForecastModel
{
    private const double LeastDamping = 0.8;
    private const double MostDamping = 0.998;

    /// <summary>The newest steps that are fitted to.</summary>
    private const int Window = 600;

    public string Name => "damped-holt";

    public double[] Fit(View view, int horizon)
    {
        var ahead = Horizons.Of(horizon);
        var sums = new double[ahead.Length];
        var start = Math.Max(0, view.Count - Window);
        return Minimum.Of(p => Loss(view, start, p, ahead, sums), 0.3, 0.1, 0.5);
    }

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var (alpha, beta, damping) = Read(parameters);
        var (level, trend) = Begin(view, Math.Max(0, view.Count - Window));
        for (var t = Math.Max(0, view.Count - Window); t < view.Count; t++)
        {
            (level, trend) = Step(view.Levels[t], level, trend, alpha, beta, damping);
        }

        var factor = 1.0;
        for (var i = 0; i < forecast.Length; i++)
        {
            factor *= damping;
            level += factor * trend;
            forecast[i] = view.Restore(level, i + 1);
        }
    }

    private static double Loss(View view, int start, double[] parameters, int[] ahead, double[] sums)
    {
        var (alpha, beta, damping) = Read(parameters);
        var (level, trend) = Begin(view, start);
        for (var i = 0; i < ahead.Length; i++)
        {
            sums[i] = damping * (1 - Math.Pow(damping, ahead[i])) / (1 - damping);
        }

        var loss = 0.0;
        var levels = view.Levels;
        for (var t = start; t < view.Count; t++)
        {
            (level, trend) = Step(levels[t], level, trend, alpha, beta, damping);
            for (var i = 0; i < ahead.Length; i++)
            {
                var at = t + ahead[i];
                if (at < view.Count)
                {
                    loss += Math.Abs(levels[at] - level - (sums[i] * trend));
                }
            }
        }

        return loss;
    }

    private static (double Level, double Trend) Begin(View view, int start)
    {
        var few = Math.Min(10, view.Count - start);
        return (view.Levels[start], few < 2 ? 0 : (view.Levels[start + few - 1] - view.Levels[start]) / (few - 1));
    }

    private static (double Level, double Trend) Step(double value, double level, double trend, double alpha, double beta, double damping)
    {
        var expected = level + (damping * trend);
        var error = value - expected;
        return (expected + (alpha * error), (damping * trend) + (alpha * beta * error));
    }

    private static (double Alpha, double Beta, double Damping) Read(double[] parameters) =>
        (parameters[0], parameters[1], LeastDamping + ((MostDamping - LeastDamping) * parameters[2]));
}
