using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>What the workload is like: what it takes in all, and the shapes of its containers. What room is measured against.</summary>
public sealed class Mix
{
    private readonly long containers;

    private Mix(ResourceVector workload, IReadOnlyList<(ResourceVector Shape, long Count)> shapes, StrandingThreshold threshold)
    {
        Workload = workload;
        Shapes = shapes;
        Threshold = threshold;
        Fragmentation = new(shapes);
        RoomShapes = ShapeRooms.ShapesOf(this);
        containers = shapes.Sum(s => s.Count);
    }

    /// <summary>Gets all that is allocated of agents that count as capacity.</summary>
    public ResourceVector Workload { get; }

    /// <summary>Gets the shapes, the most frequent first, and how many containers have each.</summary>
    public IReadOnlyList<(ResourceVector Shape, long Count)> Shapes { get; }

    /// <summary>Gets below what nothing useful can run.</summary>
    public StrandingThreshold Threshold { get; }

    /// <summary>Gets the measure of fragmentation for these shapes.</summary>
    public Fragmentation Fragmentation { get; }

    /// <summary>Gets the shapes that room is measured for.</summary>
    public IReadOnlyList<ResourceVector> RoomShapes { get; }

    /// <summary>Says how many containers of the mean size an amount in the workload's ratio comes to; 0 where nothing runs.</summary>
    public double ContainersIn(ResourceVector amount) => containers * (
        Workload.Cpus > CpuCores.Zero ? amount.Cpus.Cores / Workload.Cpus.Cores
        : Workload.Memory > MemorySize.Zero ? (double)amount.Memory.Bytes / Workload.Memory.Bytes
        : 0);

    /// <summary>Takes the mix of what runs.</summary>
    public static Mix Of(ClusterSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var requests = snapshot.Containers.Select(c => c.Allocated).Where(r => r.Cpus > CpuCores.Zero || r.Memory > MemorySize.Zero).ToList();
        return new(
            snapshot.Agents.Where(a => a.CountsAsCapacity).Sum(a => a.Resources?.Allocated ?? default),
            [.. requests.CountBy(r => r).Select(r => (Shape: r.Key, Count: (long)r.Value))
                .OrderByDescending(s => s.Count).ThenByDescending(s => s.Shape.Cpus).ThenByDescending(s => s.Shape.Memory).ThenByDescending(s => s.Shape.Disk)],
            StrandingThreshold.Of(requests));
    }
}
