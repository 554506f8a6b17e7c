using Capacity.Core.Planning.Forecasting.Intervals;
using Capacity.Core.Planning.Forecasting.Judging;

namespace Capacity.Core.Planning.Forecasting;

/// <summary>Forecasts many series together: each by its own past, and all by what they have in common.</summary>
public static class Forecaster
{
    /// <summary>The fewest values that are forecast from.</summary>
    public const int FewestValues = 10;

    /// <summary>Forecasts series. The same input gives the same result, on any number of processors.</summary>
    /// <param name="series">The values of each, step by step; <see cref="double.NaN"/> is a gap.</param>
    /// <param name="options">What to forecast.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One result for each series, in their order.</returns>
    public static IReadOnlyList<SeriesForecast> Run(IReadOnlyList<IReadOnlyList<double>> series, ForecastOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Horizon, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Season, 1, nameof(options));
        var candidates = Candidate.All(options.Season);
        var subjects = InParallel(series, s => Subject.Of(s, options, candidates), cancellationToken);
        ErrorTable[] tables = [.. subjects.OfType<Subject>().Select(s => s.Errors)];
        var experience = Experience.Of(tables, candidates.Count);
        var calibration = Calibration.Learn(tables, experience.Weights);
        var alone = options.EveryModel ? Alone(tables, candidates, cancellationToken) : [];
        return InParallel(subjects, s => s is null ? SeriesForecast.None : s.Forecast(options, candidates, experience, calibration, alone), cancellationToken);
    }

    private static (int Candidate, Calibration Calibration)[] Alone(ErrorTable[] tables, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken) =>
        InParallel(
            [.. Enumerable.Range(0, candidates.Count).Where(i => !candidates[i].IsPlain)],
            i => (i, Calibration.Learn(tables, (_, _) => Only(i, candidates.Count))),
            cancellationToken);

    internal static double[] Only(int candidate, int count)
    {
        var weights = new double[count];
        weights[candidate] = 1;
        return weights;
    }

    private static TResult[] InParallel<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        Parallel.For(0, items.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => results[i] = work(items[i]));
        return results;
    }
}
