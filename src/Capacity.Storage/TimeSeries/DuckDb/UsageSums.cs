using Capacity.Core.TimeSeries;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>One row of <see cref="BucketSql.Merge"/>.</summary>
internal readonly record struct UsageSums
{
    public required long Life { get; init; }

    public required double Cpu { get; init; }

    public required long CpuMeasured { get; init; }

    public required double? CpuPeak { get; init; }

    public required double? Periods { get; init; }

    public required double? Throttled { get; init; }

    public required long Samples { get; init; }

    public required long MemorySamples { get; init; }

    public required double? Memory { get; init; }

    public required long? MemoryPeak { get; init; }

    public required double? CpuRequest { get; init; }

    public required double? MemoryRequest { get; init; }

    public required double? CpuLimit { get; init; }

    public required long CpuLimits { get; init; }

    public required double? MemoryLimit { get; init; }

    public required long MemoryLimits { get; init; }

    public static UsageSums Read(DuckDBDataReader reader, int first)
    {
        return new()
        {
            Life = reader.GetInt64(first),
            Cpu = reader.GetDouble(first + 1),
            CpuMeasured = reader.GetInt64(first + 2),
            CpuPeak = Double(3),
            Periods = Double(4),
            Throttled = Double(5),
            Samples = reader.GetInt64(first + 6),
            MemorySamples = reader.GetInt64(first + 7),
            Memory = Double(8),
            MemoryPeak = reader.IsDBNull(first + 9) ? null : reader.GetInt64(first + 9),
            CpuRequest = Double(10),
            MemoryRequest = Double(11),
            CpuLimit = Double(12),
            CpuLimits = reader.GetInt64(first + 13),
            MemoryLimit = Double(14),
            MemoryLimits = reader.GetInt64(first + 15),
        };

        double? Double(int column) => reader.IsDBNull(first + column) ? null : reader.GetDouble(first + column);
    }

    /// <summary>Makes figures of sums.</summary>
    /// <param name="start">When the bucket begins.</param>
    /// <param name="observed">How long somebody looked, in microseconds.</param>
    /// <param name="observedRatio">The same as a share of the bucket.</param>
    public UsageBucket ToBucket(DateTimeOffset start, long observed, double observedRatio)
    {
        double? instances = observed > 0 ? (double)Life / observed : null;
        return new()
        {
            Start = start,
            ObservedRatio = observedRatio,
            Instances = instances,
            CpuCoverage = Life > 0 ? Math.Min(1, (double)CpuMeasured / Life) : null,
            MemoryCoverage = Samples > 0 ? (double)MemorySamples / Samples : null,
            CpuCores = CpuMeasured > 0 ? Cpu / CpuMeasured * instances : null,
            CpuPeakCores = CpuPeak,
            CpuRequestedCores = Mean(CpuRequest, Samples) * instances,
            CpuLimitCores = Mean(CpuLimit, CpuLimits) * instances,
            ThrottledRatio = Periods > 0 ? Throttled / Periods : null,
            MemoryBytes = Mean(Memory, MemorySamples) * instances,
            MemoryPeakBytes = MemoryPeak,
            MemoryRequestedBytes = Mean(MemoryRequest, Samples) * instances,
            MemoryLimitBytes = Mean(MemoryLimit, MemoryLimits) * instances,
        };
    }

    private static double? Mean(double? sum, long count) => count > 0 ? sum / count : null;
}
