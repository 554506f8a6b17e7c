using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Pages.Packing;

/// <summary>What cells of the tables about packing have in common.</summary>
internal static class PackingCells
{
    public static double? Ratio(CpuCores part, CpuCores whole) => Show.Share(part.Cores, whole.Cores);

    public static double? Ratio(MemorySize part, MemorySize whole) => Show.Share(part.Bytes, whole.Bytes);

    public static string Shape(ResourceVector shape)
    {
        var disk = shape.Disk > MemorySize.Zero ? $" + {Show.Bytes(shape.Disk)} disk" : string.Empty;
        var gpus = shape.Gpus > 0 ? $" + {shape.Gpus} {(shape.Gpus == 1 ? "GPU" : "GPUs")}" : string.Empty;
        return $"{Show.Cores(shape.Cpus)} CPU + {Show.Bytes(shape.Memory)}{disk}{gpus}";
    }

    public static string Obstacle(FitObstacle? obstacle) => obstacle switch
    {
        null => string.Empty,
        { Kind: ObstacleKind.Resource } => $"too little {ClusterResources.WordOf(obstacle.Subject)} free",
        { Kind: ObstacleKind.MachineClosed } => $"takes no new tasks: {obstacle.Subject}",
        _ => $"constraint {obstacle.Subject}",
    };

    public static string Span(TimeSpan span) => span.TotalSeconds < 180 ? $"{Show.Count(Math.Ceiling(span.TotalSeconds))} s" : Show.Span(span);
}
