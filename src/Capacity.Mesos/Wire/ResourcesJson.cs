using Capacity.Core.Units;

namespace Capacity.Mesos.Wire;

/// <summary>Resources as Mesos sums them up; memory and disk in units of 2^20 bytes. Ranges and custom resources are not read.</summary>
internal sealed class ResourcesJson
{
    public double? Cpus { get; set; }

    public double? Mem { get; set; }

    public double? Disk { get; set; }

    public double? Gpus { get; set; }

    public double? CpusRevocable { get; set; }

    public double? MemRevocable { get; set; }

    public double? DiskRevocable { get; set; }

    public double? GpusRevocable { get; set; }

    public ResourceVector ToVector() => Scalars.ToVector(Cpus, Mem, Disk, Gpus);

    public ResourceVector ToRevocable() => Scalars.ToVector(CpusRevocable, MemRevocable, DiskRevocable, GpusRevocable);
}
