namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>It goes on from the last level with the mean step of the history.</summary>
internal sealed class Drift : IForecastModel
{
    public string Name => "drift";

    public double[] Fit(View view, int horizon) => [];

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var last = view.Levels[view.Count - 1];
        var step = view.Count > 1 ? (last - view.Levels[0]) / (view.Count - 1) : 0;
        for (var i = 0; i < forecast.Length; i++)
        {
            forecast[i] = view.Restore(last + (step * (i + 1)), i + 1);
        }
    }
}
