using Capacity.Core.Packing.History;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>packing</c>.</summary>
internal sealed class PackingRow
{
    public string Level { get; set; } = string.Empty;

    public long At { get; set; }

    public string Name { get; set; } = string.Empty;

    public long Agents { get; set; }

    public long UsedAgents { get; set; }

    public long Containers { get; set; }

    public double? CpuAllocated { get; set; }

    public double? CpuStranded { get; set; }

    public double? CpuFragmented { get; set; }

    public double? MemoryAllocated { get; set; }

    public double? MemoryStranded { get; set; }

    public double? MemoryFragmented { get; set; }

    public double? Headroom { get; set; }

    public double? Compaction { get; set; }

    public double? Bound { get; set; }

    public double? Repack { get; set; }

    public long? ZoneLossUnplaced { get; set; }

    public static long ToMicroseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static PackingRow Of(PackingPoint point) => new()
    {
        Level = point.Level.ToString(),
        At = ToMicroseconds(point.At),
        Name = point.Name,
        Agents = point.Agents,
        UsedAgents = point.UsedAgents,
        Containers = point.Containers,
        CpuAllocated = point.CpuAllocatedRatio,
        CpuStranded = point.CpuStrandedRatio,
        CpuFragmented = point.CpuFragmentedRatio,
        MemoryAllocated = point.MemoryAllocatedRatio,
        MemoryStranded = point.MemoryStrandedRatio,
        MemoryFragmented = point.MemoryFragmentedRatio,
        Headroom = point.HeadroomRatio,
        Compaction = point.CompactionRatio,
        Bound = point.BoundRatio,
        Repack = point.RepackRatio,
        ZoneLossUnplaced = point.ZoneLossUnplaced,
    };

    public PackingPoint ToPoint() => new()
    {
        Level = Enum.Parse<PackingLevel>(Level),
        At = DateTimeOffset.UnixEpoch.AddTicks(At * TimeSpan.TicksPerMicrosecond),
        Name = Name,
        Agents = (int)Agents,
        UsedAgents = (int)UsedAgents,
        Containers = (int)Containers,
        CpuAllocatedRatio = CpuAllocated,
        CpuStrandedRatio = CpuStranded,
        CpuFragmentedRatio = CpuFragmented,
        MemoryAllocatedRatio = MemoryAllocated,
        MemoryStrandedRatio = MemoryStranded,
        MemoryFragmentedRatio = MemoryFragmented,
        HeadroomRatio = Headroom,
        CompactionRatio = Compaction,
        BoundRatio = Bound,
        RepackRatio = Repack,
        ZoneLossUnplaced = (int?)ZoneLossUnplaced,
    };
}
