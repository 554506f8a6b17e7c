namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>Growth that slows down towards a ceiling, a + b exp(-kt): least squares for each of some rates k, the best of them taken.</summary>
internal sealed class Saturating : IForecastModel
{
    /// <summary>How many times the distance to the ceiling is divided by e within the history.</summary>
    private static readonly double[] Rates = [0.7, 1.2, 2, 3, 5, 8];

    public string Name => "saturating";

    public double[] Fit(View view, int horizon) => [];

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var (rate, height, fall) = (0.0, view.Levels[view.Count - 1], 0.0);
        var least = double.PositiveInfinity;
        foreach (var times in Rates)
        {
            var k = times / view.Count;
            if (Line(view.Levels, k) is var (a, b, squares) && squares < least)
            {
                (rate, height, fall, least) = (k, a, b, squares);
            }
        }

        // The curve is moved onto the newest values.
        var recent = Math.Max(1, Math.Min(view.Count / 10, forecast.Length));
        var gap = 0.0;
        for (var t = view.Count - recent; t < view.Count; t++)
        {
            gap += (view.Levels[t] - height - (fall * Math.Exp(-rate * t))) / recent;
        }

        for (var i = 0; i < forecast.Length; i++)
        {
            forecast[i] = view.Restore(height + gap + (fall * Math.Exp(-rate * (view.Count + i))), i + 1);
        }
    }

    private static (double Height, double Fall, double Squares) Line(double[] levels, double rate)
    {
        var n = levels.Length;
        var (x, y, xx, xy, yy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var step = Math.Exp(-rate);
        var fade = 1.0;
        foreach (var level in levels)
        {
            var centred = level - levels[^1];
            x += fade;
            y += centred;
            xx += fade * fade;
            xy += fade * centred;
            yy += centred * centred;
            fade *= step;
        }

        var spread = xx - (x * x / n);
        var slope = spread > 0 ? (xy - (x * y / n)) / spread : 0;
        return ((y - (slope * x)) / n + levels[^1], slope, yy - (y * y / n) - (slope * (xy - (x * y / n))));
    }
}
