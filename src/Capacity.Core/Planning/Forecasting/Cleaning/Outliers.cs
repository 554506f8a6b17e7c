namespace Capacity.Core.Planning.Forecasting.Cleaning;

/// <summary>Finds what happened once: values far from those around them, such as a day of a migration.</summary>
internal static class Outliers
{
    private const int Reach = 3;

    /// <summary>How many spreads away an outlier is.</summary>
    private const double Far = 8;

    /// <summary>How many times as far away it is as what is usual at the worst.</summary>
    private const double Beyond = 2;

    /// <summary>The part of the values that may be outliers: the farthest of the others is the worst that is usual.</summary>
    private const double MostRatio = 0.01;

    /// <summary>Finds the outliers.</summary>
    /// <param name="levels">The series without its seasons.</param>
    /// <returns>What to take away at each time; 0 nearly everywhere.</returns>
    public static double[] Find(double[] levels)
    {
        if (levels.Length < 8 * Reach)
        {
            return new double[levels.Length];
        }

        var around = new double[levels.Length];
        var since = new double[levels.Length];
        for (var t = 0; t < levels.Length; t++)
        {
            around[t] = levels[t] - Middle(levels, t - Reach, t + Reach);
            since[t] = levels[t] - Middle(levels, t - (4 * Reach), t - Reach);
        }

        // What follows the newest values is not known: they are compared with those before, and so is all.
        var excess = Extremes(around);
        Extremes(since).AsSpan(levels.Length - Reach).CopyTo(excess.AsSpan(levels.Length - Reach));
        if (Array.TrueForAll(excess[^Reach..], e => e != 0))
        {
            // As many as that are a new level.
            Array.Clear(excess, excess.Length - Reach, Reach);
        }

        return excess;
    }

    private static double Middle(double[] levels, int first, int last)
    {
        var from = Math.Clamp(first, 0, levels.Length - 1);
        var to = Math.Clamp(last, from, levels.Length - 1);
        return Medians.Of(levels.AsSpan(from, to - from + 1));
    }

    private static double[] Extremes(double[] excess)
    {
        var sizes = Array.ConvertAll(excess, Math.Abs);
        Array.Sort(sizes);
        var worst = sizes[^(1 + Math.Max(Reach, (int)(MostRatio * sizes.Length)))];
        var least = Math.Max(Far * Medians.Spread(excess, 0), Beyond * worst);
        return Array.ConvertAll(excess, e => Math.Abs(e) > least ? e : 0);
    }
}
