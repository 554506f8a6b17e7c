using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Profiles;

/// <summary>What instances of an app were given, from when on: a change-point where it is not the first.</summary>
/// <param name="Minute">The minute of the UTC day in which it was seen first, 0 to 1439.</param>
/// <param name="Version">The hash of the app's version (<see cref="InstanceKey"/>); 0 where none is known.</param>
/// <param name="Cpus">The CPU requested.</param>
/// <param name="Memory">The memory requested.</param>
/// <param name="CpuLimit">The hard CPU limit; <see langword="null"/> where there is none or none is known.</param>
/// <param name="MemoryLimit">The hard memory limit; <see langword="null"/> where the request is the limit.</param>
public readonly record struct SizeInForce(int Minute, ulong Version, CpuCores Cpus, MemorySize Memory, CpuCores? CpuLimit, MemorySize? MemoryLimit);
