namespace Capacity.Core.Planning.Forecasting;

/// <summary>Lays measured points onto even steps.</summary>
public static class SeriesGrid
{
    /// <summary>A series may be this many times as long as it has points; anything sparser is hardly one.</summary>
    public const int SparsestSteps = 20;

    /// <summary>
    /// Lays points onto steps. A step is the median distance from one point to the next; distances are rounded to whole steps, so months are even too.
    /// Of several points at the same time the last one counts.
    /// </summary>
    /// <param name="name">The name of the series.</param>
    /// <param name="points">The points in any order; times in any unit; <see cref="double.NaN"/> is a gap.</param>
    /// <returns><see langword="null"/> where the points lie too far apart for a series.</returns>
    public static DemandSeries? Lay(string name, IEnumerable<(double Time, double Value)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        (double Time, double Value)[] sorted = [.. points.OrderBy(p => p.Time)];
        double[] distances = [.. sorted.Skip(1).Zip(sorted, (b, a) => b.Time - a.Time).Where(d => d > 0).Order()];
        if (distances.Length == 0)
        {
            return new(name, sorted.Length == 0 ? [] : [sorted[^1].Value]);
        }

        var step = distances[distances.Length / 2];
        var values = new List<double>();
        for (var i = 0; i < sorted.Length; i++)
        {
            var steps = i == 0 ? 1 : sorted[i].Time == sorted[i - 1].Time ? 0 : Math.Max(1, Math.Round((sorted[i].Time - sorted[i - 1].Time) / step));
            if (values.Count + steps > (double)SparsestSteps * sorted.Length)
            {
                return null;
            }

            for (; steps > 1; steps--)
            {
                values.Add(double.NaN);
            }

            if (steps > 0)
            {
                values.Add(sorted[i].Value);
            }
            else
            {
                values[^1] = sorted[i].Value;
            }
        }

        return new(name, values);
    }
}
