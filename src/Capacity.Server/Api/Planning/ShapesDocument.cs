using Capacity.Core.Planning.Shapes;
using Capacity.Server.Api.Packing;

namespace Capacity.Server.Api.Planning;

/// <summary>Which machines would strand least, for whom room is short, and what other machines or rules would change.</summary>
/// <param name="Schema">The name of this form of the document.</param>
/// <param name="At">When the cluster was like this.</param>
/// <param name="Mix">One core of today's workload and the memory that goes with it.</param>
/// <param name="Count">How many machines were added for each shape.</param>
/// <param name="Shapes">The shapes, the one that strands least first.</param>
/// <param name="Rooms">The kinds of demand, the one with the least headroom first.</param>
/// <param name="Replacements">The best shape in the place of each size of today, the one that strands least afterwards first.</param>
/// <param name="Changes">Changes of reservations and constraints, the one that lets the whole workload grow most first.</param>
public sealed record ShapesDocument(
    string Schema,
    DateTimeOffset At,
    ResourcesDocument Mix,
    int Count,
    IReadOnlyList<ShapeDocument> Shapes,
    IReadOnlyList<RoomForDocument> Rooms,
    IReadOnlyList<ReplacementDocument> Replacements,
    IReadOnlyList<RuleChangeDocument> Changes)
{
    /// <summary>The name of this form of the document.</summary>
    public const string SchemaName = "capacity-shapes/1";

    /// <summary>Gets the shapes as a table for programs.</summary>
    public static CsvTable<ShapeDocument> Columns { get; } = new(
        ("shape", s => s.Shape),
        ("cpu_cores", s => s.CpuCores),
        ("memory_bytes", s => s.MemoryBytes),
        ("has_now", s => s.HasNow),
        ("containers_per_machine", s => s.ContainersPerMachine),
        ("cpu_allocated_ratio", s => s.CpuAllocatedRatio),
        ("memory_allocated_ratio", s => s.MemoryAllocatedRatio),
        ("cpu_stranded_ratio", s => s.CpuStrandedRatio),
        ("memory_stranded_ratio", s => s.MemoryStrandedRatio),
        ("stranded_ratio", s => s.StrandedRatio),
        ("too_large_ratio", s => s.TooLargeRatio),
        ("cluster_stranded_ratio", s => s.ClusterStrandedRatio));

    /// <summary>Writes advice.</summary>
    public static ShapesDocument Of(ShapeAdvice advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return new(
            SchemaName,
            advice.At,
            ResourcesDocument.Of(advice.Mix),
            advice.Count,
            [.. advice.Shapes.Select(s => new ShapeDocument(
                s.Shape.ToString(), s.Shape.Cpus.Cores, s.Shape.Memory.Bytes, s.HasNow, s.ContainersPerMachine, s.CpuAllocatedRatio, s.MemoryAllocatedRatio, s.CpuStrandedRatio, s.MemoryStrandedRatio, s.StrandedRatio, s.TooLarge, s.ClusterStrandedRatio))],
            [.. advice.Rooms.Select(r => new RoomForDocument(r.Role, r.Constraints, r.Containers, r.Agents, ResourcesDocument.Of(r.Demand), ResourcesDocument.Of(r.Free), r.HeadroomRatio))],
            [.. advice.Replacements.Select(ReplacementDocument.Of)],
            [.. advice.Changes.Select(RuleChangeDocument.Of)]);
    }
}
