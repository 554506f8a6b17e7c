namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>It goes on with the mean step of the history, from a level that takes up as much of the newest errors as did the history good: noise of the last day is no growth.</summary>
internal sealed class Drift : IForecastModel
{
    /// <summary>An end is this part of the history.</summary>
    private const int EndParts = 50;

    /// <summary>What a level takes up of the newest error; with all of it, the level is the last value.</summary>
    private static readonly double[] Alphas = [0.05, 0.1, 0.2, 0.35, 0.6, 1];

    public string Name => "drift";

    public double[] Fit(View view, int horizon)
    {
        var ahead = Horizons.Of(horizon);
        var step = MeanStep(view);
        return [Alphas.MinBy(a => Loss(view.Levels, a, step, ahead))];
    }

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var step = MeanStep(view);
        var level = view.Levels[0];
        for (var t = 1; t < view.Count; t++)
        {
            level += step + (parameters[0] * (view.Levels[t] - level - step));
        }

        for (var i = 0; i < forecast.Length; i++)
        {
            forecast[i] = view.Restore(level + (step * (i + 1)), i + 1);
        }
    }

    /// <summary>The mean step between the two ends of the history, each the mean of some values.</summary>
    private static double MeanStep(View view)
    {
        var end = 1 + (view.Count / EndParts);
        return view.Count > end ? (Mean(view, view.Count - end, end) - Mean(view, 0, end)) / (view.Count - end) : 0;
    }

    private static double Mean(View view, int start, int count)
    {
        var sum = 0.0;
        for (var t = start; t < start + count; t++)
        {
            sum += view.Levels[t];
        }

        return sum / count;
    }

    private static double Loss(double[] levels, double alpha, double step, int[] ahead)
    {
        var loss = 0.0;
        var level = levels[0];
        for (var t = 1; t < levels.Length; t++)
        {
            level += step + (alpha * (levels[t] - level - step));
            foreach (var steps in ahead)
            {
                if (t + steps < levels.Length)
                {
                    loss += Math.Abs(levels[t + steps] - level - (step * steps));
                }
            }
        }

        return loss;
    }
}
