namespace Capacity.Core.Units;

/// <summary>An amount of each resource that every Mesos agent has.</summary>
/// <param name="Cpus">CPU.</param>
/// <param name="Memory">Memory.</param>
/// <param name="Disk">Disk.</param>
/// <param name="Gpus">Whole GPUs; never negative.</param>
public readonly record struct ResourceVector(CpuCores Cpus, MemorySize Memory, MemorySize Disk = default, long Gpus = 0)
{
    /// <summary>Nothing of anything.</summary>
    public static ResourceVector Zero => default;

    /// <summary>Adds each resource.</summary>
    public static ResourceVector operator +(ResourceVector left, ResourceVector right) => new(
        left.Cpus + right.Cpus, left.Memory + right.Memory, left.Disk + right.Disk, left.Gpus + right.Gpus);

    /// <summary>What is left of each resource after <paramref name="other"/> is taken away; zero where that is more than this.</summary>
    public ResourceVector LessOrZero(ResourceVector other) => new(
        Cpus.LessOrZero(other.Cpus),
        Memory.LessOrZero(other.Memory),
        Disk.LessOrZero(other.Disk),
        Math.Max(0, Gpus - other.Gpus));

    /// <summary>The smaller amount of each resource.</summary>
    public ResourceVector AtMost(ResourceVector other) => LessOrZero(LessOrZero(other));

    /// <summary>The larger amount of each resource.</summary>
    public ResourceVector AtLeast(ResourceVector other) => this + other.LessOrZero(this);

    /// <summary>Says whether every resource of this is at most that of <paramref name="room"/>.</summary>
    public bool FitsIn(ResourceVector room) =>
        Cpus <= room.Cpus && Memory <= room.Memory && Disk <= room.Disk && Gpus <= room.Gpus;
}
