using Capacity.Core.Planning.Forecasting.Models;

namespace Capacity.Core.Planning.Forecasting.Judging;

/// <summary>What each candidate's forecasts of the past lacked: what came less what was forecast.</summary>
/// <param name="Origins">The moments of the forecasts.</param>
/// <param name="Errors">By candidate, origin and step; <see langword="null"/> for a candidate that had nothing to try.</param>
internal sealed record ErrorTable(Origins Origins, IReadOnlyList<double[][]?> Errors)
{
    /// <summary>Makes the forecasts of the past. Parameters are those of the earliest origin, so nothing is known that was not.</summary>
    public static ErrorTable Of(PreparedSeries series, Origins origins, IReadOnlyList<Candidate> candidates, Func<Candidate, bool> which) =>
        new ErrorTable(origins, new double[candidates.Count][][]).With(series, candidates, which);

    /// <summary>Adds the forecasts of some candidates.</summary>
    /// <param name="series">The series.</param>
    /// <param name="candidates">All candidates.</param>
    /// <param name="which">Says which of them are added.</param>
    public ErrorTable With(PreparedSeries series, IReadOnlyList<Candidate> candidates, Func<Candidate, bool> which)
    {
        double[][]?[] errors = [.. Errors];
        if (Origins.Counts.Count == 0)
        {
            return this;
        }

        var whole = Views(isPlain: false);
        var plain = series.HasFoundSeasons ? Views(isPlain: true) : [];
        for (var i = 0; i < candidates.Count; i++)
        {
            var seen = candidates[i].IsPlain ? plain : whole;
            if (seen.Length > 0 && which(candidates[i]))
            {
                var parameters = candidates[i].Model.Fit(seen[^1], Origins.Horizon);
                errors[i] = [.. seen.Select(v => Of(v, candidates[i], parameters, Origins.Horizon))];
            }
        }

        return this with { Errors = errors };

        View[] Views(bool isPlain) => [.. Origins.Counts.Select(c => series.From(c, isPlain))];
    }

    private static double[] Of(View view, Candidate candidate, double[] parameters, int horizon)
    {
        var forecast = new double[horizon];
        candidate.Model.Forecast(view, parameters, forecast);
        for (var h = 0; h < horizon; h++)
        {
            forecast[h] = view.Values[view.Count + h] - forecast[h];
        }

        return forecast;
    }

    /// <summary>The mean absolute error of a candidate over some origins.</summary>
    public double MeanError(int candidate, IEnumerable<int> origins)
    {
        var (sum, count) = (0.0, 0);
        foreach (var k in origins)
        {
            foreach (var error in Errors[candidate]![k])
            {
                sum += Math.Abs(error);
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>The errors of a combination at an origin.</summary>
    public double[] Combined(double[] weights, int origin)
    {
        var sum = new double[Origins.Horizon];
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                for (var h = 0; h < sum.Length; h++)
                {
                    sum[h] += weights[i] * Errors[i]![origin][h];
                }
            }
        }

        return sum;
    }
}
