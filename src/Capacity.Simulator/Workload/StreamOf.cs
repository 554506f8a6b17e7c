namespace Capacity.Simulator.Workload;

/// <summary>What random numbers are for.</summary>
internal enum StreamOf
{
    Apps,
    AppSize,
    Instance,
    Placement,
    Deploys,
    Registration,
    Masters,
    Jobs,
    Past,
    Growth,
}
