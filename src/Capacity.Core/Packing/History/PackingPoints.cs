using Capacity.Core.Packing.Measures;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.History;

/// <summary>Takes the headline figures of a report.</summary>
public static class PackingPoints
{
    /// <summary>Takes those of the cluster, then of zones and roles.</summary>
    public static IReadOnlyList<PackingPoint> OfGroups(PackingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rooms = RoomsOf(report);
        return
        [
            Of(report.At, PackingLevel.Cluster, report.Cluster, rooms) with
            {
                HeadroomRatio = report.Headroom.Ratio,
                CompactionRatio = report.Compaction?.Ratio,
                BoundRatio = report.Efficiency?.BoundRatio,
                RepackRatio = report.Efficiency?.RepackRatio,
                LossUnplaced = report.Losses.Where(l => l.Level == DomainLevel.Zone).Select(l => (int?)l.Unplaced).Max(),
                Risks = report.Risks.DistinctBy(r => r.App).Count(),
            },
            .. report.Zones.Select(z => Of(report.At, PackingLevel.Zone, z, rooms) with
            {
                LossUnplaced = report.Losses.FirstOrDefault(l => l.Level == DomainLevel.Zone && l.Name == z.Name)?.Unplaced,
                Risks = report.Risks.Count(r => r.Level == DomainLevel.Zone && r.Domain == z.Name),
            }),
            .. report.Roles.Select(r => Of(report.At, PackingLevel.Role, r, rooms)),
        ];
    }

    /// <summary>Takes those of every agent.</summary>
    public static IReadOnlyList<PackingPoint> OfAgents(PackingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rooms = RoomsOf(report);
        var losses = report.Losses.Where(l => l.Level == DomainLevel.Host).ToDictionary(l => l.Name, l => l.Unplaced, StringComparer.Ordinal);
        var risks = report.Risks.Where(r => r.Level == DomainLevel.Host).CountBy(r => r.Domain).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. report.Agents.Select(a => Of(report.At, PackingLevel.Agent, a.Figures, rooms) with
            {
                LossUnplaced = losses.TryGetValue(a.Agent.Name.ToString(), out var unplaced) ? unplaced : null,
                Risks = risks.GetValueOrDefault(a.Agent.Name.Hostname),
            }),
        ];
    }

    private static PackingPoint Of(DateTimeOffset at, PackingLevel level, PackingFigures f, int[] rooms) => new()
    {
        At = at,
        Level = level,
        Name = f.Name ?? string.Empty,
        Agents = f.Agents,
        UsedAgents = f.UsedAgents,
        Containers = f.Containers,
        Cpu = Shares(f, r => r.Cpus.Cores),
        Memory = Shares(f, r => r.Memory.Bytes),
        MixRoom = f.MixRoom,
        Rooms = f.Rooms.Count > 0 ? (f.Rooms[rooms[0]], f.Rooms[rooms[1]], f.Rooms[rooms[2]]) : null,
        HeadroomRatio = f.Alone?.Headroom.Ratio,
        CompactionRatio = f.Alone?.Compaction.Ratio,
        BoundRatio = f.Alone?.Efficiency.BoundRatio,
        RepackRatio = f.Alone?.Efficiency.RepackRatio,
    };

    private static int[] RoomsOf(PackingReport report) =>
        [.. ShapeRooms.Common.Select(c => report.Shapes.Index().First(s => s.Item.Shape == c).Index)];

    private static PackingShares Shares(PackingFigures f, Func<ResourceVector, double> of) => new(
        Ratio(of(f.Allocated), of(f.Total)), Ratio(of(f.Stranded), of(f.Total)), Ratio(of(f.StrandedByThreshold), of(f.Total)), Ratio(of(f.Fragmented), of(f.Free)));

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
