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

    public long? LossUnplaced { get; set; }

    public double? CpuThreshold { get; set; }

    public double? MemoryThreshold { get; set; }

    public double? MixRoom { get; set; }

    public long? RoomSmall { get; set; }

    public long? RoomMedium { get; set; }

    public long? RoomLarge { get; set; }

    public long? Risks { get; set; }

    public static PackingRow Of(PackingPoint point) => new()
    {
        Level = point.Level.ToString(),
        At = point.At.ToMicroseconds(),
        Name = point.Name,
        Agents = point.Agents,
        UsedAgents = point.UsedAgents,
        Containers = point.Containers,
        CpuAllocated = point.Cpu.AllocatedRatio,
        CpuStranded = point.Cpu.StrandedRatio,
        CpuThreshold = point.Cpu.ThresholdRatio,
        CpuFragmented = point.Cpu.FragmentedRatio,
        MemoryAllocated = point.Memory.AllocatedRatio,
        MemoryStranded = point.Memory.StrandedRatio,
        MemoryThreshold = point.Memory.ThresholdRatio,
        MemoryFragmented = point.Memory.FragmentedRatio,
        MixRoom = point.MixRoom,
        RoomSmall = point.Rooms?.Small,
        RoomMedium = point.Rooms?.Medium,
        RoomLarge = point.Rooms?.Large,
        Headroom = point.HeadroomRatio,
        Compaction = point.CompactionRatio,
        Bound = point.BoundRatio,
        Repack = point.RepackRatio,
        LossUnplaced = point.LossUnplaced,
        Risks = point.Risks,
    };

    public PackingPoint ToPoint() => new()
    {
        Level = Enum.Parse<PackingLevel>(Level),
        At = Moments.ToTime(At),
        Name = Name,
        Agents = (int)Agents,
        UsedAgents = (int)UsedAgents,
        Containers = (int)Containers,
        Cpu = new(CpuAllocated, CpuStranded, CpuThreshold, CpuFragmented),
        Memory = new(MemoryAllocated, MemoryStranded, MemoryThreshold, MemoryFragmented),
        MixRoom = MixRoom,
        Rooms = (RoomSmall, RoomMedium, RoomLarge) is ({ } small, { } medium, { } large) ? (small, medium, large) : null,
        HeadroomRatio = Headroom,
        CompactionRatio = Compaction,
        BoundRatio = Bound,
        RepackRatio = Repack,
        LossUnplaced = (int?)LossUnplaced,
        Risks = (int?)Risks,
    };
}
