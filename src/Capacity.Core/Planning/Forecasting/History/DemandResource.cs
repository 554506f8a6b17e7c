namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>A resource that is demanded. Their numbers are the places in a packing problem.</summary>
public enum DemandResource
{
    /// <summary>CPU, in cores.</summary>
    Cpus,

    /// <summary>Memory, in bytes.</summary>
    Memory,

    /// <summary>Disk, in bytes.</summary>
    Disk,

    /// <summary>Whole GPUs.</summary>
    Gpus,
}
