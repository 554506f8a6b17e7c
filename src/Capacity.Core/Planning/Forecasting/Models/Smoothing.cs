namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>
/// Exponential smoothing with a damped trend and up to two additive seasons that are learnt on the way, its errors an autoregression
/// (ETS(A,Ad,A) of Hyndman et al., 2008; two seasons and the autoregression after Taylor, 2003). Of logarithms where seasons multiply.
/// </summary>
internal sealed class Smoothing : IForecastModel
{
    /// <summary>The newest steps that are fitted to.</summary>
    private const int Window = 1000;

    public string Name => "ets";

    public double[] Fit(View view, int horizon)
    {
        var start = new SmoothingState(view, Window);
        var ahead = Horizons.Of(horizon);
        double[] guess = view.Season.Periods.Count switch
        {
            0 => [0.3, 0.05, 0.5, 0.1],
            1 => [0.2, 0.05, 0.5, 0.3, 0.15],
            _ => [0.1, 0.05, 0.5, 0.5, 0.15, 0.15],
        };
        return Minimum.Of(p => start.Loss(p, ahead), guess);
    }

    public void Forecast(View view, double[] parameters, Span<double> forecast) => new SmoothingState(view, Window).Forecast(parameters, forecast);
}
