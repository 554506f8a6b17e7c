using Capacity.Core.Planning.Forecasting.Cleaning;
using Capacity.Core.Planning.Forecasting.Intervals;
using Capacity.Core.Planning.Forecasting.Models;
using Capacity.Core.Planning.Forecasting.ShortHistory;

namespace Capacity.Core.Planning.Forecasting.Judging;

/// <summary>A series that is long enough, and what its past says of the candidates.</summary>
internal sealed class Subject
{
    /// <summary>How many times as large errors have to be with cleaning as without before a series is left as it is.</summary>
    private const double Worse = 1.05;

    /// <summary>The steps of a horizon, as a part of it, that two versions have in common at least where they are compared.</summary>
    private const double FewestSame = 0.5;

    /// <summary>How exact arithmetic is, in parts of a value: a series that never changed is forecast that well and no better.</summary>
    private const double Precision = 1e-9;

    /// <summary>How much growth that was learnt from so many steps is in doubt: the variance that it adds to errors as many steps ahead, in parts of that which they have.</summary>
    private const double GrowthDoubt = 4;

    /// <summary>The steps ahead, in parts of the history, from which on errors of the past show that doubt themselves.</summary>
    private const double FarthestDoubted = 0.3;

    private readonly PreparedSeries series;
    private readonly double[] measured;
    private readonly double? floor;

    private Subject(PreparedSeries series, ErrorTable errors, double[] measured) =>
        (this.series, Errors, this.measured, floor) = (series, errors, measured, measured.Min() >= 0 ? 0 : null);

    private IReadOnlyList<double> WithGaps { get; init; } = [];

    /// <summary>Gets the errors of the past.</summary>
    public ErrorTable Errors { get; }

    /// <summary>Looks at a series.</summary>
    /// <returns><see langword="null"/> where it is too short.</returns>
    public static Subject? Of(IReadOnlyList<double> values, ForecastOptions options, IReadOnlyList<Candidate> candidates)
    {
        if (values.Count(double.IsFinite) < Forecaster.FewestValues)
        {
            return null;
        }

        var filled = Gaps.Fill(values, options.Season);
        var origins = Origins.Of(filled.Length, options.Horizon, options.Season);
        var clean = Cleaner.Clean(filled, options.Season);
        var subject = Of(clean, filled, origins, options, candidates);
        if (!clean.AsSpan().SequenceEqual(filled))
        {
            // Where the past shows that the series is better forecast as it is, it is left so.
            var untouched = Of(filled, filled, origins, options, candidates);
            subject = Worse * untouched.ErrorWhereSame(clean) < subject.ErrorWhereSame(filled) ? untouched : subject;
        }

        return new(subject.series, subject.Errors.With(subject.series, candidates, c => !c.IsQuick), filled) { WithGaps = values };
    }

    /// <summary>Looks at a version of a series with the models that cost little: they say which version is better.</summary>
    private static Subject Of(double[] values, double[] measured, Origins origins, ForecastOptions options, IReadOnlyList<Candidate> candidates)
    {
        var series = new PreparedSeries(values, options.Season);
        return new(series, ErrorTable.Of(series, origins, candidates, c => c.IsQuick), measured);
    }

    /// <summary>
    /// The smallest error of any candidate at the steps whose value is the same in another version of the series. 0 where there are few such steps: what is said by some days after a
    /// new level alone is luck.
    /// </summary>
    private double ErrorWhereSame(double[] other)
    {
        var (counts, horizon) = (Errors.Origins.Counts, Errors.Origins.Horizon);
        var isSame = new bool[series.Values.Length];
        for (var t = 0; t < isSame.Length; t++)
        {
            isSame[t] = other[t] == series.Values[t];
        }

        if (counts.Sum(now => isSame.AsSpan(now, horizon).Count(true)) < FewestSame * horizon)
        {
            return 0;
        }

        var least = double.PositiveInfinity;
        foreach (var paths in Errors.Errors.OfType<double[][]>())
        {
            var sum = 0.0;
            for (var k = 0; k < paths.Length; k++)
            {
                for (var h = 0; h < paths[k].Length; h++)
                {
                    sum += isSame[counts[k] + h] ? Math.Abs(paths[k][h]) : 0;
                }
            }

            least = Math.Min(least, sum);
        }

        return least;
    }

    /// <summary>Forecasts the series.</summary>
    /// <param name="options">What to forecast.</param>
    /// <param name="candidates">The models.</param>
    /// <param name="experience">How the models did on all series.</param>
    /// <param name="calibration">How large the errors of the combination are.</param>
    /// <param name="alone">Models that are forecast on their own too, and how large their errors are.</param>
    public SeriesForecast Forecast(
        ForecastOptions options, IReadOnlyList<Candidate> candidates, Experience experience, Calibration calibration, IReadOnlyList<(int Candidate, Calibration Calibration)> alone)
    {
        var weights = experience.Weights(Errors, [.. Enumerable.Range(0, Errors.Origins.Counts.Count)]);
        var whole = LaggedViews.Of(series, options.Horizon, isPlain: false);
        var plain = series.HasFoundSeasons ? LaggedViews.Of(series, options.Horizon, isPlain: true) : whole;
        var courses = new double[candidates.Count][];
        var point = new double[options.Horizon];
        for (var i = 0; i < candidates.Count; i++)
        {
            if (weights[i] > 0 || alone.Any(a => a.Candidate == i))
            {
                courses[i] = (candidates[i].IsPlain ? plain : whole).Course(candidates[i].Model, options.Horizon);
            }

            for (var h = 0; weights[i] > 0 && h < point.Length; h++)
            {
                point[h] += weights[i] * courses[i][h];
            }
        }

        var ofModels = candidates.Zip(weights).Where(w => w.Second > 0).ToDictionary(w => w.First.Name, w => w.Second);
        var (chosen, counted) = ShortHistoryForecast.Of(Result("combination", point, weights, calibration, options), ofModels, WithGaps, options);
        var asMeasured = View.Of(measured, measured.Length, [], isRatio: false);
        return new(
            chosen,
            counted,
            [.. alone.Select(Alone)]);

        Forecast Alone((int Candidate, Calibration Calibration) model)
        {
            var candidate = candidates[model.Candidate];
            var course = candidate.IsBenchmark ? Course(candidate, asMeasured, options.Horizon) : courses[model.Candidate];
            return Result(candidate.Name, course, Forecaster.Only(model.Candidate, candidates.Count), model.Calibration, options);
        }
    }

    private static double[] Course(Candidate candidate, View view, int horizon)
    {
        var forecast = new double[horizon];
        candidate.Model.Forecast(view, candidate.Model.Fit(view, horizon), forecast);
        return forecast;
    }

    private Forecast Result(string name, double[] point, double[] weights, Calibration calibration, ForecastOptions options) => new(
        name,
        [.. point.Select(p => floor is double least ? Math.Max(least, p) : p)],
        [.. calibration.Scale(Errors, weights, point.Length).Select((s, h) => Math.Max(s * Doubt(h + 1), Precision * Math.Abs(point[h])))],
        calibration.Distribution,
        calibration.Texture(Errors, weights, options.Season),
        floor);

    private double Doubt(int ahead) => Math.Sqrt(1 + (GrowthDoubt * Math.Pow(Math.Min(FarthestDoubted, (double)ahead / measured.Length), 2)));
}
