using Capacity.Core.Units;
using CsCheck;

namespace Capacity.Core.Tests;

/// <summary>Makes arbitrary values of the model.</summary>
internal static class Generate
{
    public static readonly Gen<ResourceVector> Resources = Gen.Select(
        Gen.Int[0, 64_000], Gen.Int[0, 1 << 20], (milliCores, mebibytes) => Vector(milliCores / 1000.0, mebibytes));

    public static ResourceVector Vector(double cores, double mebibytes, double diskMebibytes = 0) =>
        new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(mebibytes), MemorySize.FromMebibytes(diskMebibytes));
}
