using Capacity.Core.Packing.History;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Pages.Charts;

/// <summary>The lines of packing over time: the last point of each bucket, and a gap where there is none.</summary>
public static class PackingLines
{
    /// <summary>What becomes of the cluster's resources, as shares.</summary>
    public static IReadOnlyList<ChartLine> Stranding(IReadOnlyList<PackingPoint> points, SeriesRange range) =>
    [
        new("memory stranded", "i1", Values(points, range, p => p.Memory.StrandedRatio)),
        new("CPU stranded", "i0", Values(points, range, p => p.Cpu.StrandedRatio)),
        new("free CPU fragmented", "i3", Values(points, range, p => p.Cpu.FragmentedRatio)),
    ];

    /// <summary>How much more would fit, and on how few agents.</summary>
    public static IReadOnlyList<ChartLine> Room(IReadOnlyList<PackingPoint> points, SeriesRange range) =>
    [
        new("may grow by", "i2", Values(points, range, p => p.HeadroomRatio)),
        new("agents needed, of random ones", "i4", Values(points, range, p => p.CompactionRatio)),
        new("agents needed at the least, of those in use", "i0", Values(points, range, p => p.BoundRatio)),
    ];

    /// <summary>What becomes of one resource of an agent, as shares.</summary>
    public static IReadOnlyList<ChartLine> OfAgent(IReadOnlyList<PackingPoint> points, SeriesRange range, Func<PackingPoint, PackingShares> of) =>
    [
        new("allocated", "allocated", Values(points, range, p => of(p).AllocatedRatio)),
        new("stranded", "stranded", Values(points, range, p => of(p).StrandedRatio)),
        new("fragmented, of what is free", "i3", Values(points, range, p => of(p).FragmentedRatio)),
    ];

    private static double?[] Values(IReadOnlyList<PackingPoint> points, SeriesRange range, Func<PackingPoint, double?> of)
    {
        var values = new double?[range.Count];
        foreach (var point in points.Where(p => p.At >= range.Start && p.At < range.End))
        {
            values[(int)((point.At - range.Start) / range.Step)] = of(point);
        }

        return values;
    }
}
