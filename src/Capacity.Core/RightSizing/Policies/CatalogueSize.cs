using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Policies;

/// <summary>A size that instances may have: a T-shirt.</summary>
/// <param name="Name">Its name, such as <c>M</c>.</param>
/// <param name="Cpus">CPU.</param>
/// <param name="Memory">Memory.</param>
public sealed record CatalogueSize(string Name, CpuCores Cpus, MemorySize Memory);
