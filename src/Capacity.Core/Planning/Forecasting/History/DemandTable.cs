namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>The past of demands on even steps, one series a demand, all with the same last step.</summary>
public static class DemandTable
{
    /// <summary>Lays points onto steps.</summary>
    /// <param name="points">Points of one kind of step, in any order; of one cut and time the last one counts.</param>
    /// <param name="step">The kind of step.</param>
    /// <param name="end">The end of the last step; later points are left out.</param>
    /// <returns>The demands that are or were more than nothing, by their name; each begins with its first value.</returns>
    public static IReadOnlyList<DemandPast> Lay(IEnumerable<DemandPoint> points, DemandStep step, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(points);
        return [.. points
            .Where(p => p.Step == step && p.At < end)
            .GroupBy(p => p.Reading.Cut)
            .OrderBy(g => g.Key.Level).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .SelectMany(g => Of(g.Key, [.. g.OrderBy(p => p.At)], step, end))];
    }

    private static IEnumerable<DemandPast> Of(DemandCut cut, DemandPoint[] points, DemandStep step, DateTimeOffset end)
    {
        foreach (var kind in Enum.GetValues<DemandKind>())
        {
            foreach (var resource in Enum.GetValues<DemandResource>())
            {
                if (Array.Find(points, p => p.Of(resource, kind) is not null) is { } first && Array.Exists(points, p => p.Of(resource, kind) > 0))
                {
                    var values = new double[(int)((end - first.At) / step.Length())];
                    Array.Fill(values, double.NaN);
                    foreach (var point in points.Where(p => p.At >= first.At))
                    {
                        values[(int)((point.At - first.At) / step.Length())] = point.Of(resource, kind) ?? double.NaN;
                    }

                    yield return new(new(cut, resource, kind), step, first.At, values);
                }
            }
        }
    }
}
