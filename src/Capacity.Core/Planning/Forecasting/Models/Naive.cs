namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>It stays as it is.</summary>
internal sealed class Naive : IForecastModel
{
    public string Name => "naive";

    public double[] Fit(View view, int horizon) => [];

    public void Forecast(View view, double[] parameters, Span<double> forecast) => forecast.Fill(view.Values[view.Count - 1]);
}
