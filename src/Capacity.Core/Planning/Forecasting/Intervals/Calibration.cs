using Capacity.Core.Planning.Forecasting.Judging;

namespace Capacity.Core.Planning.Forecasting.Intervals;

/// <summary>
/// What forecasts of the past teach about the errors of those to come. The newest origins stand for the future: weights and scales are made of origins
/// whose outcome was known by then, and the errors are measured by them, as it will be with real forecasts.
/// </summary>
internal sealed class Calibration
{
    private const int Newest = 3;
    private const int FewestOlder = 2;

    /// <summary>How many errors of a series are kept at most.</summary>
    private const int MostErrors = 100;

    /// <summary>The largest error that counts for a correction, in parts of its scale.</summary>
    private const double MostCounted = 5;

    /// <summary>How many series the assumption is worth that errors were as much too large at each step.</summary>
    private const double AssumedSeries = 10;

    private readonly Dictionary<int, double[]> shapes;
    private readonly Dictionary<int, double[]> corrections;
    private readonly double slowEcho;

    private Calibration(Dictionary<int, double[]> shapes, Dictionary<int, double[]> corrections, ErrorDistribution distribution, double slowEcho) =>
        (this.shapes, this.corrections, Distribution, this.slowEcho) = (shapes, corrections, distribution, slowEcho);

    /// <summary>Gets how errors spread.</summary>
    public ErrorDistribution Distribution { get; }

    /// <summary>Learns from all series.</summary>
    /// <param name="tables">The errors of the past.</param>
    /// <param name="weigh">Gives the candidates' weights by some of the origins.</param>
    public static Calibration Learn(IReadOnlyList<ErrorTable> tables, Func<ErrorTable, IReadOnlyList<int>, double[]> weigh)
    {
        var shapes = tables.Select(t => t.Origins.Horizon).Where(h => h > 0).Distinct().ToDictionary(h => h, h => ErrorScale.Shape(tables, weigh, h));
        var paths = tables.AsParallel().AsOrdered().Select(t => Paths(t, weigh, shapes)).ToList();
        var corrections = shapes.Keys.ToDictionary(h => h, h => Correction([.. paths.Where(s => s.Count > 0 && s[0].Length == h)], h));
        foreach (var path in paths.SelectMany(p => p))
        {
            var correction = corrections[path.Length];
            for (var h = 0; h < path.Length; h++)
            {
                path[h] /= correction[h];
            }
        }

        var errors = paths.SelectMany(series =>
        {
            double[] all = [.. series.SelectMany(p => p)];
            var every = Math.Max(1, all.Length / MostErrors);
            double[] some = [.. all.Where((_, i) => i % every == 0)];
            return some.Select(e => (e, 1.0 / some.Length));
        });
        return new(shapes, corrections, ErrorDistribution.Of(errors), ErrorTexture.LearnSlowEcho([.. paths.SelectMany(p => p)]));
    }

    /// <summary>Works out the usual size of errors at each step of a horizon; beyond what could be tested, it grows with the steps.</summary>
    public double[] Scale(ErrorTable table, double[] weights, int horizon)
    {
        var tested = table.Origins.Horizon;
        var scale = ErrorScale.Of(table, weights, [.. Enumerable.Range(0, table.Origins.Counts.Count)], shapes[tested]);
        double[] correction = corrections[tested];
        return [.. Enumerable.Range(0, horizon).Select(h => h < tested ? scale[h] * correction[h] : scale[^1] * correction[^1] * (h + 1) / tested)];
    }

    /// <summary>Takes apart the errors of a series.</summary>
    public ErrorTexture Texture(ErrorTable table, double[] weights, int season) =>
        ErrorTexture.Of([.. Enumerable.Range(0, table.Origins.Counts.Count).Select(k => table.Combined(weights, k))], season, slowEcho);

    /// <summary>How much larger errors were at each step than their scale said, beside the other steps: weights that were chosen by long horizons are flattered most there.</summary>
    private static double[] Correction(IReadOnlyList<List<double[]>> paths, int horizon)
    {
        var sizes = new double[horizon];
        foreach (var series in paths)
        {
            for (var h = 0; h < horizon; h++)
            {
                sizes[h] += series.Average(p => Math.Min(MostCounted, Math.Abs(p[h])));
            }
        }

        var smooth = ErrorScale.Smooth(sizes);
        var mean = smooth.Average();
        return Array.ConvertAll(smooth, s => mean > 0 ? ((s / mean * paths.Count) + AssumedSeries) / (paths.Count + AssumedSeries) : 1);
    }

    private static List<double[]> Paths(ErrorTable table, Func<ErrorTable, IReadOnlyList<int>, double[]> weigh, Dictionary<int, double[]> shapes)
    {
        var paths = new List<double[]>();
        var counts = table.Origins.Counts;
        for (var newest = 0; newest < Math.Min(Newest, counts.Count); newest++)
        {
            int[] older = [.. Enumerable.Range(0, counts.Count).Where(k => counts[k] + table.Origins.Horizon <= counts[newest])];
            if (older.Length < FewestOlder)
            {
                break;
            }

            var weights = weigh(table, older);
            var scale = ErrorScale.Of(table, weights, older, shapes[table.Origins.Horizon]);
            var path = table.Combined(weights, newest);
            if (Array.TrueForAll(scale, s => s > 0))
            {
                paths.Add([.. path.Select((e, h) => e / scale[h])]);
            }
        }

        return paths;
    }
}
