using Capacity.Core.Usage;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Agents;

/// <summary>Mesos's <c>ResourceStatistics</c>, as far as it is used. Any field may be missing in any answer.</summary>
internal sealed class StatisticsJson
{
    public double? Timestamp { get; set; }

    public double? CpusUserTimeSecs { get; set; }

    public double? CpusSystemTimeSecs { get; set; }

    public double? CpusLimit { get; set; }

    public double? CpusSoftLimit { get; set; }

    public double? CpusNrPeriods { get; set; }

    public double? CpusNrThrottled { get; set; }

    public double? CpusThrottledTimeSecs { get; set; }

    public double? MemTotalBytes { get; set; }

    public double? MemRssBytes { get; set; }

    public double? MemCacheBytes { get; set; }

    public double? MemMappedFileBytes { get; set; }

    public double? MemLimitBytes { get; set; }

    public double? MemSoftLimitBytes { get; set; }

    public double? DiskUsedBytes { get; set; }

    public double? DiskLimitBytes { get; set; }

    /// <summary>Turns the statistics into a sample; <see langword="null"/> where they do not say when they were taken.</summary>
    public ContainerSample? ToSample() => Scalars.ToTime(Timestamp) is not { } at ? null : new()
    {
        At = at,
        CpuSeconds = Scalars.ToFigure(CpusUserTimeSecs) + Scalars.ToFigure(CpusSystemTimeSecs),
        CpuPeriods = Scalars.ToCount(CpusNrPeriods),
        CpuThrottledPeriods = Scalars.ToCount(CpusNrThrottled),
        CpuThrottledSeconds = Scalars.ToFigure(CpusThrottledTimeSecs),
        CpuLimitCores = Scalars.ToFigure(CpusLimit),
        CpuSoftLimitCores = Scalars.ToFigure(CpusSoftLimit),
        MemoryTotalBytes = Scalars.ToBytes(MemTotalBytes),
        MemoryRssBytes = Scalars.ToBytes(MemRssBytes),
        MemoryCacheBytes = Scalars.ToBytes(MemCacheBytes),
        MemoryMappedFileBytes = Scalars.ToBytes(MemMappedFileBytes),
        MemoryLimitBytes = Scalars.ToBytes(MemLimitBytes),
        MemorySoftLimitBytes = Scalars.ToBytes(MemSoftLimitBytes),
        DiskUsedBytes = Scalars.ToBytes(DiskUsedBytes),
        DiskLimitBytes = Scalars.ToBytes(DiskLimitBytes),
    };
}
