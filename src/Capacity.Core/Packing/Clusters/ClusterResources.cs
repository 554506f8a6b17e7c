using Capacity.Core.Units;

namespace Capacity.Core.Packing.Clusters;

/// <summary>The resources of a cluster in the order in which packing problems have them: cores, bytes, bytes, whole GPUs.</summary>
public static class ClusterResources
{
    /// <summary>The index of CPU.</summary>
    public const int Cpus = 0;

    /// <summary>The index of memory.</summary>
    public const int Memory = 1;

    /// <summary>The index of disk.</summary>
    public const int Disk = 2;

    /// <summary>The index of GPUs.</summary>
    public const int Gpus = 3;

    /// <summary>Gets the names, as Mesos has them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["cpus", "mem", "disk", "gpus"];

    /// <summary>Gives the word that people have for a resource.</summary>
    /// <param name="name">One of <see cref="Names"/>; anything else stays as it is.</param>
    public static string WordOf(string name) => name switch
    {
        "cpus" => "CPU",
        "mem" => "memory",
        "gpus" => "GPUs",
        _ => name,
    };

    /// <summary>Gives the amounts in a problem's order.</summary>
    public static double[] ToAmounts(ResourceVector resources) =>
        [resources.Cpus.Cores, resources.Memory.Bytes, resources.Disk.Bytes, resources.Gpus];

    /// <summary>Takes amounts in a problem's order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or too large.</exception>
    public static ResourceVector ToResources(IReadOnlyList<double> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return new(
            CpuCores.FromCores(amounts[Cpus]),
            MemorySize.FromBytes((long)Math.Round(amounts[Memory])),
            MemorySize.FromBytes((long)Math.Round(amounts[Disk])),
            (long)Math.Round(amounts[Gpus]));
    }
}
