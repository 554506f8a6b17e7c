namespace Capacity.Core.Planning.Forecasting.Intervals;

/// <summary>What the errors of a course are made of: noise, which is as large at each step, and a slow part, which is all of the rest. Both decide when demand first is too much.</summary>
/// <param name="NoiseVariance">The variance of the noise, in the unit of the series, squared.</param>
/// <param name="NoiseEcho">How much of the noise is there still a step later, 0 to 1 exclusive.</param>
/// <param name="SlowEcho">How much of the slow part is there still a step later, 0 to 1 exclusive.</param>
public sealed record ErrorTexture(double NoiseVariance, double NoiseEcho, double SlowEcho)
{
    private const double MostEcho = 0.999;

    /// <summary>Takes apart the errors of a series: what differs over a few steps and no more over many is noise (the nugget of a variogram).</summary>
    /// <param name="errors">Errors by origin and step.</param>
    /// <param name="season">The season in steps: noise is over within one, or within a week of steps.</param>
    /// <param name="slowEcho">How much of the slow part is there still a step later.</param>
    internal static ErrorTexture Of(IReadOnlyList<double[]> errors, int season, double slowEcho)
    {
        var reach = Math.Max(1, Math.Min(Math.Max(7, season), errors[0].Length / 4));
        if (errors[0].Length < 3)
        {
            return new(0, 0, slowEcho);
        }

        var noise = Math.Max(0, (2 * Difference(errors, reach)) - Difference(errors, 2 * reach));
        return new(noise, noise > 0 ? Math.Clamp(1 - (Difference(errors, 1) / noise), 0, MostEcho) : 0, slowEcho);
    }

    /// <summary>Learns how slowly the slow part of errors dies away, from paths of errors, each error by its usual size.</summary>
    internal static double LearnSlowEcho(IReadOnlyList<double[]> paths)
    {
        var steps = paths.Count == 0 ? 0 : paths.Min(p => p.Length);
        var (near, far) = (Math.Max(1, steps / 8), steps / 2);
        if (steps < 4 || Correlation(paths, near) is not (> 0 and var close))
        {
            return MostEcho;
        }

        return Math.Clamp(Math.Pow(Math.Clamp(Correlation(paths, far), 0, close) / close, 1.0 / (far - near)), 0.5, MostEcho);
    }

    /// <summary>Half of the mean squared difference of errors some steps apart.</summary>
    private static double Difference(IReadOnlyList<double[]> errors, int lag)
    {
        var (sum, count) = (0.0, 0);
        foreach (var path in errors)
        {
            for (var h = lag; h < path.Length; h++, count++)
            {
                sum += (path[h] - path[h - lag]) * (path[h] - path[h - lag]);
            }
        }

        return sum / count / 2;
    }

    private static double Correlation(IReadOnlyList<double[]> paths, int lag)
    {
        var (cross, before, after) = (0.0, 0.0, 0.0);
        foreach (var path in paths)
        {
            for (var h = lag; h < path.Length; h++)
            {
                cross += path[h] * path[h - lag];
                before += path[h - lag] * path[h - lag];
                after += path[h] * path[h];
            }
        }

        return cross > 0 ? cross / Math.Sqrt(before * after) : 0;
    }
}
