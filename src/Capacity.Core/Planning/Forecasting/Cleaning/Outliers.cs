using MathNet.Numerics.Statistics;

namespace Capacity.Core.Planning.Forecasting.Cleaning;

/// <summary>Finds what happened once: values far from those around them, such as a day of a migration.</summary>
internal static class Outliers
{
    private const int Reach = 3;

    /// <summary>How many spreads away an outlier is.</summary>
    private const double Far = 8;

    /// <summary>How many times as far away it is as what is usual at the worst.</summary>
    private const double Beyond = 2;

    /// <summary>How many spreads away the newest values are doubted, as long as they are fewer than a new level has.</summary>
    private const double DoubtFar = 3.5;

    /// <summary>The part of one distance that another is at least where both may be the same change.</summary>
    private const double Alike = 0.5;

    /// <summary>How many spreads away newest values may be that are few yet.</summary>
    private const double Usual = 1.5;

    /// <summary>The values just before doubted ones that tell what would have been usual.</summary>
    private const int Just = 7;

    /// <summary>How many steps ago, in the mean, those were that values are compared with.</summary>
    private const double DistanceBefore = 2.5 * Reach;

    /// <summary>How much of such distances may stay where newest values are doubted.</summary>
    private const double MostStay = 0.5;

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
        var before = new double[levels.Length];
        for (var t = 0; t < levels.Length; t++)
        {
            around[t] = levels[t] - Middle(levels, t - Reach, t + Reach);
            before[t] = Middle(levels, t - (4 * Reach), t - Reach);
        }

        // What follows the newest values is not known: they are compared with those before, and so is all. A series that grows is above those by its growth.
        var growth = Medians.Of([.. levels.Zip(before, (l, b) => l - b)]);
        double[] since = [.. levels.Zip(before, (l, b) => l - b - growth)];
        var excess = Extremes(around);
        Extremes(since).AsSpan(^Reach..).CopyTo(excess.AsSpan(^Reach..));
        if (IsNewLevel(since))
        {
            Array.Clear(excess, excess.Length - Reach, Reach);
            return excess;
        }

        var doubted = FarAtTheEnd(since);
        if (doubted < Reach && Stays(before, since) < MostStay)
        {
            Doubt(levels, since, doubted, growth / DistanceBefore, excess);
        }

        return excess;
    }

    /// <summary>Whether the newest values are about as far from those before, all on one side: as many as that are a new level, if they are far at all.</summary>
    private static bool IsNewLevel(double[] since) => Enumerable.Range(2, Reach - 1).All(i => IsAlike(since[^1], since[^i]));

    private static bool IsAlike(double one, double other) => one * other > 0 && Math.Min(Math.Abs(one), Math.Abs(other)) >= Alike * Math.Max(Math.Abs(one), Math.Abs(other));

    /// <summary>Lays newest values that are far away onto what was just before them; those that are only unusual count as much as what is usual.</summary>
    private static void Doubt(double[] levels, double[] since, int doubted, double growth, double[] excess)
    {
        if (doubted == 0)
        {
            var usual = Usual * Medians.Spread(since, 0);
            for (var t = levels.Length - (IsAlike(since[^1], since[^2]) ? 2 : 1); t < levels.Length; t++)
            {
                excess[t] = since[t] - Math.Clamp(since[t], -usual, usual);
            }

            return;
        }

        var first = levels.Length - doubted;
        var just = Medians.Of(levels.AsSpan(first - Just, Just));
        for (var t = first; t < levels.Length; t++)
        {
            excess[t] = levels[t] - just - (growth * (t - first + ((Just + 1) / 2.0)));
        }
    }

    /// <summary>How many of the newest values, one after the other, are far from what was before.</summary>
    private static int FarAtTheEnd(double[] since)
    {
        var sizes = Array.ConvertAll(since, Math.Abs);
        var far = DoubtFar * Medians.Spread(since, 0);
        var count = sizes.Reverse().TakeWhile(s => s > far).Count();
        return count is > 0 and < Reach && sizes[^count..].Min() <= Worst(sizes) ? 0 : count;
    }

    /// <summary>How much of what set values apart from those before was still there a little later: 1 where a series wanders and goes on from where it is, 0 where it comes back.</summary>
    private static double Stays(double[] before, double[] since)
    {
        var (later, then) = (0.0, 0.0);
        var apart = Medians.Spread(since, 0);
        for (var t = 4 * Reach; t < since.Length - (2 * Reach); t++)
        {
            if (Math.Abs(since[t]) > apart)
            {
                later += Math.Sign(since[t]) * (since[t + Reach] + before[t + Reach] - before[t]);
                then += Math.Abs(since[t]);
            }
        }

        return then > 0 ? later / then : 1;
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
        var least = Math.Max(Far * Medians.Spread(excess, 0), Beyond * Worst(sizes));
        return Array.ConvertAll(excess, e => Math.Abs(e) > least ? e : 0);
    }

    /// <summary>What is usual at the worst.</summary>
    private static double Worst(double[] sizes) => ArrayStatistics.OrderStatisticInplace([.. sizes], sizes.Length - Math.Max(Reach, (int)(MostRatio * sizes.Length)));
}
