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

    private readonly Dictionary<int, double[]> shapes;
    private readonly double slowEcho;

    private Calibration(Dictionary<int, double[]> shapes, ErrorDistribution distribution, double slowEcho) =>
        (this.shapes, Distribution, this.slowEcho) = (shapes, distribution, slowEcho);

    /// <summary>Gets how errors spread.</summary>
    public ErrorDistribution Distribution { get; }

    /// <summary>Learns from all series.</summary>
    /// <param name="tables">The errors of the past.</param>
    /// <param name="weigh">Gives the candidates' weights by some of the origins.</param>
    public static Calibration Learn(IReadOnlyList<ErrorTable> tables, Func<ErrorTable, IReadOnlyList<int>, double[]> weigh)
    {
        var shapes = tables.Select(t => t.Origins.Horizon).Where(h => h > 0).Distinct().ToDictionary(h => h, h => ErrorScale.Shape(tables, weigh, h));
        var paths = tables.AsParallel().AsOrdered().Select(t => Paths(t, weigh, shapes)).ToList();
        var errors = paths.SelectMany(series =>
        {
            double[] all = [.. series.SelectMany(p => p)];
            var every = Math.Max(1, all.Length / MostErrors);
            double[] some = [.. all.Where((_, i) => i % every == 0)];
            return some.Select(e => (e, 1.0 / some.Length));
        });
        return new(shapes, ErrorDistribution.Of(errors), ErrorTexture.LearnSlowEcho([.. paths.SelectMany(p => p)]));
    }

    /// <summary>Works out the usual size of errors at each step of a horizon; beyond what could be tested, it grows with the steps.</summary>
    public double[] Scale(ErrorTable table, double[] weights, int horizon)
    {
        var tested = table.Origins.Horizon;
        var scale = ErrorScale.Of(table, weights, [.. Enumerable.Range(0, table.Origins.Counts.Count)], shapes[tested]);
        return [.. Enumerable.Range(0, horizon).Select(h => h < tested ? scale[h] : scale[^1] * (h + 1) / tested)];
    }

    /// <summary>Takes apart the errors of a series.</summary>
    public ErrorTexture Texture(ErrorTable table, double[] weights, int season) =>
        ErrorTexture.Of([.. Enumerable.Range(0, table.Origins.Counts.Count).Select(k => table.Combined(weights, k))], season, slowEcho);

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
