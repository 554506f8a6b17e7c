using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Names the largest instances of an app. It takes the least that says so, for whatever is read of thousands of instances over weeks is read only to be left out.</summary>
/// <remarks>
/// Of a sealed day that is their highest hour, of today their highest five minutes, and of the newest samples, of which nothing was made yet, their mean.
/// It is to be used within the transaction of whatever reads the instances.
/// </remarks>
internal sealed class InstanceRanking(DayCatalog catalog)
{
    /// <summary>The highest means of CPU, in cores, and of memory, in bytes.</summary>
    public const string Peaks = "max(cpu_us / nullif(cpu_measured_us, 0))::DOUBLE AS cpu, max(memory_sum / nullif(memory_samples, 0))::DOUBLE AS memory";

    private readonly DayView view = new(catalog);

    /// <summary>Names so many instances with the most CPU and as many with the most memory, in order.</summary>
    /// <param name="session">Where it is run.</param>
    /// <param name="range">Instances count that ran within it.</param>
    /// <param name="filter">What must hold of <c>app</c> and <c>framework</c>.</param>
    /// <param name="most">How many of either.</param>
    public IReadOnlyList<string> Largest(DuckDbSession session, SeriesRange range, string filter, int most)
    {
        var (from, to) = (range.Start.ToMicroseconds(), range.End.ToMicroseconds());
        List<string> selects = [.. Sealed(from, to, filter), .. catalog.Open.SelectMany(o => Today(session, o, from, to, filter))];
        if (selects.Count == 0)
        {
            return [];
        }

        var all = session.Query(
            $"SELECT container, max(cpu), max(memory) FROM ({Sql.Union(selects)}) GROUP BY container",
            r => (Name: r.GetString(0), Cpu: r.IsDBNull(1) ? -1 : r.GetDouble(1), Memory: r.IsDBNull(2) ? -1 : r.GetDouble(2)));
        return [.. all.OrderByDescending(i => i.Cpu).Take(most).Union(all.OrderByDescending(i => i.Memory).Take(most)).Select(i => i.Name).Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Sealed(long from, long to, string filter)
    {
        foreach (var days in view.SealedIn(from, to).GroupBy(d => FileOf(d, from, to), d => d).Where(g => g.Key is not null))
        {
            var files = Sql.Parquet(days.Select(d => d.PathOf(days.Key!)));
            yield return days.Key == StoreFiles.InstancesDaily
                ? $"SELECT container, cpu, memory FROM {files} WHERE true{filter}"
                : $"SELECT container, {Peaks} FROM {files} WHERE time >= {Sql.Time(from)} AND time < {Sql.Time(to)}{filter} GROUP BY container";
        }
    }

    private static string? FileOf(SealedDay day, long from, long to)
    {
        var isWhole = day.Part.Day.ToMicroseconds() >= from && day.Part.Day.AddDays(1).ToMicroseconds() <= to;
        return ((string[])[.. isWhole ? [StoreFiles.InstancesDaily] : (string[])[], StoreFiles.ContainersHourly, StoreFiles.ContainersDownsampled]).FirstOrDefault(day.Has);
    }

    private IEnumerable<string> Today(DuckDbSession session, OpenDay day, long from, long to, string filter)
    {
        var (begin, end) = (Math.Max(from, day.Part.Day.ToMicroseconds()), Math.Min(to, day.Part.Day.AddDays(1).ToMicroseconds()));
        var until = Math.Clamp(DayBuckets.Until(session, day), begin, Math.Max(begin, end));
        if (begin < until)
        {
            yield return $"""
                SELECT container, {Peaks}
                FROM {Tables.Of(day, Tables.Buckets)} b JOIN {Tables.Of(day, "series")} s ON s.id = b.series
                WHERE at_us >= {Sql.Number(begin)} AND at_us < {Sql.Number(until)}{filter} GROUP BY container
                """;
        }

        if (until < end && view.Containers(until, end, filter) is { } samples)
        {
            yield return $"""
                SELECT container, (max(cpu_us) - min(cpu_us)) / nullif(max(sampled_us) - min(sampled_us), 0)::DOUBLE AS cpu, avg(memory)::DOUBLE AS memory
                FROM ({samples}) GROUP BY container
                """;
        }
    }
}
