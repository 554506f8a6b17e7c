using System.Globalization;
using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Units;
using Capacity.Server.Api.Packing;

namespace Capacity.Cli.Packing;

/// <summary>What documents about packing say, for people.</summary>
internal static class PackingWords
{
    public static string Shape(ResourcesDocument shape)
    {
        var disk = shape.DiskBytes > 0 ? $" + {Bytes(shape.DiskBytes)} disk" : string.Empty;
        var gpus = shape.Gpus > 0 ? $" + {shape.Gpus} {(shape.Gpus == 1 ? "GPU" : "GPUs")}" : string.Empty;
        return $"{Cores(shape.CpuCores)} CPU + {Bytes(shape.MemoryBytes)}{disk}{gpus}";
    }

    public static string Obstacle(ObstacleDocument obstacle) => obstacle.Kind switch
    {
        "resource" => $"too little {ClusterResources.WordOf(obstacle.Subject)} free",
        "machineClosed" => $"takes no new tasks: {obstacle.Subject}",
        _ => $"constraint {obstacle.Subject}",
    };

    public static string Headroom(HeadroomDocument headroom) => headroom.AtLeast ? $"{Figures.Percent(headroom.Ratio)} or more" : Figures.Percent(headroom.Ratio);

    public static string Cores(double cores) => Figures.Cores(CpuCores.FromCores(Math.Max(0, cores)));

    public static string Bytes(double bytes) => Figures.Bytes(MemorySize.FromBytes((long)Math.Max(0, bytes)));

    public static string Seconds(double seconds) => seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} min");
}
