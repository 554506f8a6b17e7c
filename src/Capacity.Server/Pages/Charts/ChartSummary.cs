using Capacity.Core.TimeSeries;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Pages.Charts;

/// <summary>Says in words what a chart shows, for those who do not see it.</summary>
public static class ChartSummary
{
    /// <summary>Says what each named line did.</summary>
    public static string Of(string title, SeriesRange range, ChartUnit unit, IEnumerable<ChartLine> lines)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(lines);
        return $"{title}, {Show.Time(range.Start)} to {Show.Time(range.End)} UTC. " + string.Join("; ", lines.Where(l => l.Named).Select(l => Of(l, range, unit))) + ".";
    }

    private static string Of(ChartLine line, SeriesRange range, ChartUnit unit)
    {
        var known = line.Values.Select((v, i) => (Value: v, Bucket: i)).Where(v => v.Value is not null).ToList();
        if (known.Count == 0)
        {
            return $"{line.Name}: not known";
        }

        var highest = known.MaxBy(v => v.Value);
        return $"{line.Name}: last {unit.Text(known[^1].Value!.Value)}, lowest {unit.Text(known.Min(v => v.Value!.Value))}, "
            + $"highest {unit.Text(highest.Value!.Value)} at {Show.Time(range.StartOf(highest.Bucket))}";
    }
}
