using Capacity.Core.Planning.Forecasting.Cleaning;

namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>
/// What comes of a series of days with a short history. Past errors are too few there to tell how large errors are, so what is known of growth is worked out: what was believed before, and what
/// the days say where their noise hangs together (Bayesian regression, averaged over the textures and sizes of noise).
/// </summary>
/// <param name="Point">The mean course.</param>
/// <param name="Spread">The standard deviation at each step.</param>
/// <param name="Noise">The standard deviation of the noise.</param>
/// <param name="Memory">How much of the noise is there still a day later.</param>
internal sealed record GrowthForecast(double[] Point, double[] Spread, double Noise, double Memory)
{
    /// <summary>What is less likely than this part of the likeliest is left out.</summary>
    private const double LeastPart = 3e-3;

    /// <summary>Forecasts a series.</summary>
    /// <returns><see langword="null"/> where its level is 0, or it never changed.</returns>
    public static GrowthForecast? Of(IReadOnlyList<double> values, int season, int horizon)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        var level = Medians.Of(known);
        if (level <= 0 || known.Min() == known.Max())
        {
            return null;
        }

        double[] relative = [.. values.Select(v => v / level)];
        var views = Views(relative, season);
        var most = views.Max(v => v.LogWeight);
        var (mean, square) = (new double[horizon], new double[horizon]);
        var (sum, noise, memory) = (0.0, 0.0, 0.0);
        foreach (var group in views.Where(v => v.LogWeight - most > Math.Log(LeastPart)).GroupBy(v => v.Fit))
        {
            (double Mean, double Reach, double Variance)[] days = [.. Enumerable.Range(values.Count, horizon).Select(group.Key.Predict)];
            foreach (var view in group)
            {
                var weight = Math.Exp(view.LogWeight - most);
                sum += weight;
                noise += weight * view.Noise * view.Noise;
                memory += weight * group.Key.Texture.Memory;
                for (var h = 0; h < horizon; h++)
                {
                    var (middle, variance) = view.Form.Back(
                        days[h].Mean + (view.Growth * days[h].Reach), (view.Noise * view.Noise * days[h].Variance) + (view.GrowthVariance * days[h].Reach * days[h].Reach));
                    mean[h] += weight * middle;
                    square[h] += weight * ((middle * middle) + variance);
                }
            }
        }

        double[] point = [.. mean.Select(m => level * m / sum)];
        double[] spread = [.. mean.Zip(square, (m, s) => level * Math.Sqrt(Math.Max(0, (s / sum) - (m / sum * m / sum))))];
        return new(point, spread, level * Math.Sqrt(noise / sum), memory / sum);
    }

    private static GrowthView[] Views(double[] relative, int season)
    {
        var happened = Happenings.Find(GrowthForm.All[0].Lay(relative), season);
        double[] known = [.. happened.Days.Select(d => relative[d])];
        return [.. GrowthForm.All.Where(f => !f.IsOfShares || known.Min() > 0).SelectMany(Of)];

        IEnumerable<GrowthView> Of(GrowthForm form)
        {
            var measured = form.Lay(relative);
            var first = happened.Fits(measured, season, GrowthGuess.None).MaxBy(f => f.LogEvidence)!;
            var density = form.LogDensity(known);
            return happened.Fits(measured, season, GrowthGuess.Of(first, form.IsOfShares))
                .SelectMany(f => GrowthBelief.Noises.SelectMany(_ => GrowthBelief.All, (n, b) => GrowthView.Of(f, form, n, b, density)));
        }
    }
}
