namespace Capacity.Core.Planning.Forecasting.Intervals;

/// <summary>How errors of steps hang together: a part that dies away slowly, and a part that is new at each step.</summary>
/// <param name="Part">The variance of the slow part, 0 to 1.</param>
/// <param name="Echo">How much of the slow part is there still a step later, 0 to 1.</param>
public sealed record PathCorrelation(double Part, double Echo)
{
    private const double Least = 0.01;
    private const double Most = 0.999;

    /// <summary>Learns from paths of errors, each error by its usual size.</summary>
    internal static PathCorrelation Of(IReadOnlyList<double[]> paths)
    {
        var steps = paths.Count == 0 ? 0 : paths.Min(p => p.Length);
        if (steps < 4)
        {
            return new(Most, Most);
        }

        var far = steps / 2;
        var near = Math.Clamp(At(paths, 1), Least, Most);
        var echo = Math.Clamp(Math.Pow(Math.Clamp(At(paths, far), Least, near) / near, 1.0 / (far - 1)), Least, Most);
        return new(Math.Min(Most, near / echo), echo);
    }

    private static double At(IReadOnlyList<double[]> paths, int lag)
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
