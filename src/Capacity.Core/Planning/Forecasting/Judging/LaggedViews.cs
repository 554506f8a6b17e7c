using Capacity.Core.Planning.Forecasting.Models;

namespace Capacity.Core.Planning.Forecasting.Judging;

/// <summary>
/// What a model sees of a series now, and saw some steps ago. The farther away a step is, the less may it hang on the newest value alone: there, forecasts from the newest moments
/// count alike (lagged averages; Hoffman and Kalnay, 1983).
/// </summary>
internal sealed class LaggedViews
{
    /// <summary>The steps of a horizon for each moment that counts.</summary>
    private const int StepsForEach = 45;

    /// <summary>The step from which on all of them count alike.</summary>
    private const double Alike = 28;

    /// <summary>The part of the history that each of them sees at least.</summary>
    private const double LeastSeen = 0.9;

    private readonly View[] views;

    private LaggedViews(View[] views) => this.views = views;

    /// <summary>Looks at a series from its newest moments.</summary>
    public static LaggedViews Of(PreparedSeries series, int horizon, bool isPlain)
    {
        var count = series.Values.Length;
        var moments = Math.Max(1, Math.Min((int)((1 - LeastSeen) * count), horizon / StepsForEach));
        return new([.. Enumerable.Range(0, moments).Select(lag => series.From(count - lag, isPlain))]);
    }

    /// <summary>Forecasts with a model that is fitted to all that is known.</summary>
    public double[] Course(IForecastModel model, int horizon)
    {
        var parameters = model.Fit(views[0], horizon);
        var course = new double[horizon];
        model.Forecast(views[0], parameters, course);
        var whole = Array.ConvertAll(course, _ => 1.0);
        for (var lag = 1; lag < views.Length; lag++)
        {
            var earlier = new double[horizon + lag];
            model.Forecast(views[lag], parameters, earlier);
            for (var h = 0; h < horizon; h++)
            {
                var weight = Math.Min(1, h / Alike);
                course[h] += weight * earlier[h + lag];
                whole[h] += weight;
            }
        }

        return [.. course.Zip(whole, (c, w) => c / w)];
    }
}
