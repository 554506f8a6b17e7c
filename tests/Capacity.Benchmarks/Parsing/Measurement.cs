using System.Diagnostics;

namespace Capacity.Benchmarks.Parsing;

/// <summary>What one run took of the process.</summary>
/// <param name="Cpu">CPU time of all threads, the collector's included.</param>
/// <param name="Wall">Time on the clock.</param>
/// <param name="AllocatedBytes">Bytes allocated on the managed heap.</param>
/// <param name="Collections">Collections of generation 0, 1 and 2, each counted once, in its own generation.</param>
internal sealed record Measurement(TimeSpan Cpu, TimeSpan Wall, long AllocatedBytes, (int Gen0, int Gen1, int Gen2) Collections)
{
    public static async Task<Measurement> OfAsync(IContestant contestant, CancellationToken cancellationToken)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, wall, bytes, collections) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true), Counts());
        await contestant.RunAsync(cancellationToken);
        var after = Counts();
        return new(
            Environment.CpuUsage.TotalTime - cpu,
            Stopwatch.GetElapsedTime(wall),
            GC.GetTotalAllocatedBytes(precise: true) - bytes,
            (after.Gen0 - collections.Gen0, after.Gen1 - collections.Gen1, after.Gen2 - collections.Gen2));
    }

    /// <summary>Counts collections; the runtime counts each one in all younger generations as well.</summary>
    private static (int Gen0, int Gen1, int Gen2) Counts()
    {
        var (gen0, gen1, gen2) = (GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2));
        return (gen0 - gen1, gen1 - gen2, gen2);
    }
}
