using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>The M4 competition's benchmark: the last value without its season, and the season of classical decomposition where the test finds one.</summary>
/// <param name="period">The season in steps; 1 for none.</param>
internal sealed class Naive2(int period) : IForecastModel
{
    public string Name => "naive2";

    public double[] Fit(View view, int horizon) => [];

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var known = view.Values.AsSpan(0, view.Count);
        if (known.ContainsAnyInRange(double.NegativeInfinity, 0) || !SeasonalityTest.Passes(known, period))
        {
            forecast.Fill(known[^1]);
            return;
        }

        var factors = ClassicalDecomposition.Factors(known, period);
        var level = known[^1] / factors[(view.Count - 1) % period];
        for (var i = 0; i < forecast.Length; i++)
        {
            forecast[i] = level * factors[(view.Count + i) % period];
        }
    }
}
