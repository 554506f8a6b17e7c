using Capacity.Core.Units;

namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>An amount of each resource; <see langword="null"/> where it is not known.</summary>
/// <param name="Cpus">Cores.</param>
/// <param name="Memory">Bytes.</param>
/// <param name="Disk">Bytes.</param>
/// <param name="Gpus">GPUs; means need not be whole.</param>
public readonly record struct DemandAmounts(double? Cpus, double? Memory, double? Disk, double? Gpus)
{
    /// <summary>Gets the amount of a resource.</summary>
    public double? this[DemandResource resource] => resource switch
    {
        DemandResource.Cpus => Cpus,
        DemandResource.Memory => Memory,
        DemandResource.Disk => Disk,
        _ => Gpus,
    };

    /// <summary>Takes known resources.</summary>
    public static DemandAmounts Of(ResourceVector resources) => new(resources.Cpus.Cores, resources.Memory.Bytes, resources.Disk.Bytes, resources.Gpus);

    /// <summary>Makes each amount anew.</summary>
    public static DemandAmounts Of(Func<DemandResource, double?> amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return new(amount(DemandResource.Cpus), amount(DemandResource.Memory), amount(DemandResource.Disk), amount(DemandResource.Gpus));
    }
}
