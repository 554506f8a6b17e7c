using Capacity.Core.Units;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>What an app should have by its right-sizing advice.</summary>
/// <param name="Cpus">CPU of each instance.</param>
/// <param name="Memory">Memory of each instance.</param>
/// <param name="Instances">How many, 0 or more.</param>
public sealed record AdvisedShape(CpuCores Cpus, MemorySize Memory, int Instances);
