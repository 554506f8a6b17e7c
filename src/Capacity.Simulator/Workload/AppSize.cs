using Capacity.Core.Units;

namespace Capacity.Simulator.Workload;

/// <summary>What an app needs, and what it asks for in spite of that.</summary>
internal sealed record AppSize
{
    private const double Mebibyte = 1 << 20;

    public required ResourceVector Request { get; init; }

    /// <summary>Gets the CPU that one instance needs in its busiest quarter of an hour, with <see cref="NeededInstances"/> of them.</summary>
    public required double NeededCores { get; init; }

    public required double NeededBytes { get; init; }

    public required int NeededInstances { get; init; }

    /// <summary>Gets the CPU that one instance uses then with as many of them as there are.</summary>
    public required double PeakCores { get; init; }

    public required MemoryCurve Memory { get; init; }

    public static AppSize Of(AppKind kind, int instances, (double Cpu, double Memory) scale, ref RandomStream random)
    {
        var cores = Math.Clamp(0.16 * scale.Cpu * Math.Exp(0.9 * random.Normal()), 0.03, 4);
        var bytes = Math.Clamp(330 * scale.Memory * Math.Exp(0.8 * random.Normal()), 48, 12288) * Mebibyte;
        var spare = random.Between(1.05, 1.15);
        var factor = random.Between(2.5, 5);
        var fewer = kind == AppKind.TooManyInstances ? Math.Max(2, (int)Math.Ceiling(instances / random.Between(2, 3.5))) : instances;
        var needed = kind == AppKind.Idle ? 0.005 : cores;
        var asked = kind switch
        {
            AppKind.TooMuchCpu => cores * factor,
            AppKind.TooLittleCpu => cores * 0.55,
            AppKind.Unplaceable => cores * spare,
            _ => cores * spare,
        };
        var askedBytes = kind switch
        {
            AppKind.TooMuchMemory => bytes * (factor - 0.5),
            AppKind.FixedHeap => bytes * 2.2,
            AppKind.LeakingMemory => bytes * 2,
            _ => bytes * spare,
        };

        // Who sizes an app well does not round up to the next handy number.
        var (coreStep, mebibyteStep) = kind == AppKind.RightSized ? (0.01, 8) : (0.05, 32);
        var request = new ResourceVector(
            CpuCores.FromCores(Math.Max(0.05, Math.Ceiling(asked / coreStep) * coreStep)),
            MemorySize.FromMebibytes(Math.Max(64, Math.Ceiling(askedBytes / Mebibyte / mebibyteStep) * mebibyteStep)),
            MemorySize.FromMebibytes(random.Below(3) == 0 ? 64 : 0));
        return new()
        {
            Request = request,
            NeededCores = needed,
            NeededBytes = kind == AppKind.Idle ? 32 * Mebibyte : bytes,
            NeededInstances = kind == AppKind.Idle ? 0 : fewer,

            // The kernel holds a container back at its limit, which is the request and the executor's tenth of a core.
            PeakCores = kind == AppKind.TooLittleCpu ? request.Cpus.Cores + 0.09 : needed * fewer / instances,
            Memory = MemoryOf(kind, bytes, request.Memory.Bytes, cores, ref random),
        };
    }

    private static MemoryCurve MemoryOf(AppKind kind, double bytes, double asked, double cores, ref RandomStream random)
    {
        var warmUp = TimeSpan.FromMinutes(random.Between(2, 40));
        var cache = random.Between(0.03, 0.25);
        return kind switch
        {
            AppKind.Idle => new(32 * Mebibyte, 0, warmUp, cache, 0),
            AppKind.FixedHeap => new(asked * random.Between(0.86, 0.93), 0, TimeSpan.FromMinutes(3), 0.02, 0),
            AppKind.LeakingMemory => new(bytes, 0, warmUp, 0.03, (asked - bytes) / (3600 * random.Between(1.5, 14))),
            _ => Loaded(bytes * random.Between(0.55, 0.95)),
        };

        MemoryCurve Loaded(double atRest) => new(atRest, (bytes - atRest) / cores, warmUp, cache, 0);
    }
}
