using Capacity.Core.Planning.Forecasting.Judging;

namespace Capacity.Core.Planning.Forecasting.Intervals;

/// <summary>How large the errors of a combination usually are at each step: mean absolute errors of the past, smoothed over steps.</summary>
internal static class ErrorScale
{
    /// <summary>How many origins the common shape over the steps is worth.</summary>
    private const double ShapeWorth = 5;

    /// <summary>The part of the horizon that is averaged over.</summary>
    private const int Smoothing = 8;

    /// <summary>Works out the scale of each step. The fewer windows lie side by side in the origins, the less is known of it, and the larger it is.</summary>
    /// <param name="table">The errors of the past.</param>
    /// <param name="weights">The candidates' weights.</param>
    /// <param name="origins">Which of the origins count, the newest first; at least one.</param>
    /// <param name="shape">How errors grow over the steps, 1 in the mean.</param>
    public static double[] Of(ErrorTable table, double[] weights, int[] origins, double[] shape)
    {
        var means = Means([.. origins.Select(k => table.Combined(weights, k))]);
        var level = means.Average();
        var windows = 1 + ((double)(table.Origins.Counts[origins[0]] - table.Origins.Counts[origins[^1]]) / table.Origins.Horizon);
        var doubt = Math.Sqrt(1 + (1 / windows));
        return [.. Smooth(means).Select((m, h) => doubt * ((origins.Length * m) + (ShapeWorth * level * shape[h])) / (origins.Length + ShapeWorth))];
    }

    /// <summary>Works out how errors grow over the steps from many series, 1 in the mean.</summary>
    public static double[] Shape(IReadOnlyList<ErrorTable> tables, Func<ErrorTable, IReadOnlyList<int>, double[]> weigh, int horizon)
    {
        var shape = new double[horizon];
        foreach (var table in tables.Where(t => t.Origins.Horizon == horizon))
        {
            int[] all = [.. Enumerable.Range(0, table.Origins.Counts.Count)];
            var weights = weigh(table, all);
            var means = Means([.. all.Select(k => table.Combined(weights, k))]);
            var level = means.Average();
            for (var h = 0; h < horizon; h++)
            {
                shape[h] += level > 0 ? means[h] / level : 1;
            }
        }

        var smooth = Smooth(shape);
        var mean = smooth.Length > 0 ? smooth.Average() : 0;
        return Array.ConvertAll(smooth, s => mean > 0 ? s / mean : 1);
    }

    private static double[] Means(IReadOnlyList<double[]> errors)
    {
        var means = new double[errors[0].Length];
        foreach (var path in errors)
        {
            for (var h = 0; h < means.Length; h++)
            {
                means[h] += Math.Abs(path[h]) / errors.Count;
            }
        }

        return means;
    }

    /// <summary>Averages over a part of the horizon.</summary>
    public static double[] Smooth(double[] values)
    {
        var reach = values.Length / Smoothing / 2;
        return [.. values.Select((_, h) => values[Math.Max(0, h - reach)..Math.Min(values.Length, h + reach + 1)].Average())];
    }
}
