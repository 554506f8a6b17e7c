using Capacity.Core.Planning.Forecasting.Cleaning;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>A straight line that no outlier bends: the median slope (Theil, 1950, in the incomplete form of pairs that are half the history apart).</summary>
internal sealed class TheilSen : IForecastModel
{
    /// <summary>The horizons that the line is laid through.</summary>
    private const int Reach = 4;

    private const int Shortest = 40;

    public string Name => "theil-sen";

    public double[] Fit(View view, int horizon) => [];

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var length = Math.Min(view.Count, Math.Max(Shortest, Reach * forecast.Length));
        var window = view.Levels.AsSpan(view.Count - length, length);
        var half = length / 2;
        var slope = half == 0 ? 0 : Slope(window, half);

        // The line stands on its newest part.
        var recent = Math.Max(1, half / 4);
        Span<double> heights = new double[recent];
        for (var i = 0; i < recent; i++)
        {
            heights[i] = window[length - recent + i] + (slope * (recent - 1 - i));
        }

        var level = Medians.Of(heights);
        for (var i = 0; i < forecast.Length; i++)
        {
            forecast[i] = view.Restore(level + (slope * (i + 1)), i + 1);
        }
    }

    private static double Slope(ReadOnlySpan<double> window, int half)
    {
        Span<double> slopes = new double[window.Length - half];
        for (var i = 0; i < slopes.Length; i++)
        {
            slopes[i] = (window[i + half] - window[i]) / half;
        }

        return Medians.Of(slopes);
    }
}
