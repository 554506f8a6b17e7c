using Capacity.Core.TimeSeries;

namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>Reads demands off the stored time series, which know the cluster and its zones, CPU and memory.</summary>
public static class StoredDemand
{
    /// <summary>Makes hours of buckets of an hour; those without a look, or with agents of unknown size, are gaps.</summary>
    public static IEnumerable<DemandPoint> Hours(IEnumerable<GroupSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return from one in series
               let cut = one.Group is GroupKey.Zone zone ? DemandCut.Zone(zone.Name) : DemandCut.Cluster
               from bucket in one.Buckets
               where bucket is { Looks: > 0, AgentsOfUnknownSize: 0, CpuCores.Allocated: not null }
               select new DemandPoint(DemandStep.Hour, bucket.Start, bucket.Looks, Of(cut, bucket));
    }

    private static DemandReading Of(DemandCut cut, GroupBucket bucket) => new(
        cut,
        new(bucket.CpuCores.Total, bucket.MemoryBytes.Total, null, null),
        new(bucket.CpuCores.Allocated, bucket.MemoryBytes.Allocated, null, null),
        new(DemandReader.ReckonUp(bucket.CpuCores.Used, bucket.CpuCoverage ?? 0, 1), DemandReader.ReckonUp(bucket.MemoryBytes.Used, bucket.MemoryCoverage ?? 0, 1), null, null));
}
