namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>The theta method (Assimakopoulos and Nikolopoulos, 2000): simple smoothing with half the slope of the whole history, of the series without its seasons.</summary>
internal sealed class Theta : IForecastModel
{
    private static readonly double[] Alphas = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 1];

    public string Name => "theta";

    public double[] Fit(View view, int horizon)
    {
        var ahead = Horizons.Of(horizon);
        var half = Slope(view) / 2;
        return [Alphas.MinBy(a => Loss(view, a, half, ahead))];
    }

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var alpha = parameters[0];
        var half = Slope(view) / 2;
        var level = view.Levels[0];
        for (var t = 1; t < view.Count; t++)
        {
            level += half + (alpha * (view.Levels[t] - level - half));
        }

        for (var i = 0; i < forecast.Length; i++)
        {
            forecast[i] = view.Restore(level + (half * (i + 1)), i + 1);
        }
    }

    private static double Loss(View view, double alpha, double half, int[] ahead)
    {
        var loss = 0.0;
        var level = view.Levels[0];
        for (var t = 1; t < view.Count; t++)
        {
            level += half + (alpha * (view.Levels[t] - level - half));
            foreach (var steps in ahead)
            {
                if (t + steps < view.Count)
                {
                    loss += Math.Abs(view.Levels[t + steps] - level - (half * steps));
                }
            }
        }

        return loss;
    }

    private static double Slope(View view)
    {
        var n = view.Count;
        var (cross, square) = (0.0, 0.0);
        for (var t = 0; t < n; t++)
        {
            var x = t - ((n - 1) / 2.0);
            cross += x * view.Levels[t];
            square += x * x;
        }

        return square > 0 ? cross / square : 0;
    }
}
