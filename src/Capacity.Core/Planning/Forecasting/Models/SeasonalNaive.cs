namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>It will be as it was a season ago.</summary>
/// <param name="name">The name in reports.</param>
/// <param name="period">The season in steps; 1 for none.</param>
internal sealed class SeasonalNaive(string name, int period) : IForecastModel
{
    public string Name => name;

    public double[] Fit(View view, int horizon) => [];

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var back = Math.Min(period, view.Count);
        for (var i = 0; i < forecast.Length; i++)
        {
            forecast[i] = view.Values[view.Count - back + (i % back)];
        }
    }
}
