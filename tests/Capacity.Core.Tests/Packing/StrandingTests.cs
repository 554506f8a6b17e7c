using Capacity.Core.Packing;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing;

public sealed class StrandingTests
{
    private static readonly ResourceVector Workload = Generate.Vector(100, 400 * 1024);

    [Fact]
    public void Stranded_FreeInTheWorkloadsMix_IsNothing() =>
        Assert.Equal(ResourceVector.Zero, Stranding.Stranded(Generate.Vector(2, 8 * 1024), Workload));

    [Fact]
    public void Stranded_CpuExhausted_IsAllFreeMemory() =>
        Assert.Equal(Generate.Vector(0, 8 * 1024), Stranding.Stranded(Generate.Vector(0, 8 * 1024), Workload));

    [Fact]
    public void Stranded_MemoryExhausted_IsAllFreeCpu() =>
        Assert.Equal(Generate.Vector(6, 0), Stranding.Stranded(Generate.Vector(6, 0), Workload));

    [Fact]
    public void Stranded_OneScarce_IsWhatTheOtherHasBeyondTheMix() =>
        Assert.Equal(Generate.Vector(4, 0), Stranding.Stranded(Generate.Vector(6, 8 * 1024), Workload));

    [Fact]
    public void Stranded_NoWorkload_IsNothingForThereIsNoMix() =>
        Assert.Equal(ResourceVector.Zero, Stranding.Stranded(Generate.Vector(6, 0), ResourceVector.Zero));

    [Fact]
    public void Stranded_Any_LeavesAUsableRestInTheMix() => Gen.Select(Generate.Resources, Generate.Resources).Holds(input =>
    {
        var (free, workload) = input;
        var stranded = Stranding.Stranded(free, workload);
        var usable = free.LessOrZero(stranded);
        Assert.Equal(free, usable + stranded);
        Assert.True(stranded.Cpus == CpuCores.Zero || stranded.Memory == MemorySize.Zero || usable == ResourceVector.Zero || IsRounding(stranded));
        if (workload is { Cpus.NanoCores: > 0, Memory.Bytes: > 0 })
        {
            var mixBytes = usable.Cpus.Cores * (workload.Memory.Bytes / workload.Cpus.Cores);
            Assert.Equal(mixBytes, usable.Memory.Bytes, Math.Max(2, 2e-9 * workload.Memory.Bytes / workload.Cpus.Cores));
        }
    });

    /// <summary>The scarcer resource may be left with the rounding of one conversion.</summary>
    private static bool IsRounding(ResourceVector stranded) => stranded.Cpus.NanoCores <= 1 || stranded.Memory.Bytes <= 1;
}
