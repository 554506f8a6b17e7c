using Capacity.Core.TimeSeries;

namespace Capacity.Server.Api.Series;

/// <summary>Series as CSV, a line a bucket. Columns have the names of the JSON answer.</summary>
internal static class SeriesTables
{
    private static readonly (string Name, Func<UsageBucket, object?> Value)[] Usage =
    [
        ("start", b => b.Start),
        ("observedRatio", b => b.ObservedRatio),
        ("instances", b => b.Instances),
        ("cpuCoverage", b => b.CpuCoverage),
        ("memoryCoverage", b => b.MemoryCoverage),
        ("cpuCores", b => b.CpuCores),
        ("cpuPeakCores", b => b.CpuPeakCores),
        ("cpuRequestedCores", b => b.CpuRequestedCores),
        ("cpuLimitCores", b => b.CpuLimitCores),
        ("throttledRatio", b => b.ThrottledRatio),
        ("memoryBytes", b => b.MemoryBytes),
        ("memoryPeakBytes", b => b.MemoryPeakBytes),
        ("memoryRequestedBytes", b => b.MemoryRequestedBytes),
        ("memoryLimitBytes", b => b.MemoryLimitBytes),
    ];

    private static readonly (string Name, Func<GroupBucket, object?> Value)[] Group =
    [
        ("start", b => b.Start),
        ("looks", b => b.Looks),
        ("agents", b => b.Agents),
        ("activeAgents", b => b.ActiveAgents),
        ("agentsOfUnknownSize", b => b.AgentsOfUnknownSize),
        ("containers", b => b.Containers),
        ("cpuCoverage", b => b.CpuCoverage),
        ("memoryCoverage", b => b.MemoryCoverage),
        .. Levels<GroupBucket>("cpu", "Cores", b => b.CpuCores),
        .. Levels<GroupBucket>("memory", "Bytes", b => b.MemoryBytes),
    ];

    private static readonly (string Name, Func<AgentBucket, object?> Value)[] Agent =
    [
        ("start", b => b.Start),
        ("looks", b => b.Looks),
        ("state", b => b.State is { } state ? Words.Of(state) : null),
        ("activeRatio", b => b.ActiveRatio),
        ("containers", b => b.Containers),
        ("cpuCoverage", b => b.CpuCoverage),
        ("memoryCoverage", b => b.MemoryCoverage),
        .. Levels<AgentBucket>("cpu", "Cores", b => b.CpuCores),
        .. Levels<AgentBucket>("memory", "Bytes", b => b.MemoryBytes),
    ];

    public static string Of(AppSeries series) => Text(new CsvTable<UsageBucket>(Usage), series.Buckets);

    public static string Of(AgentSeries series) => Text(new CsvTable<AgentBucket>(Agent), series.Buckets);

    public static string Of(GroupSeries series) => Text(new CsvTable<GroupBucket>(Group), series.Buckets);

    public static string Of(IEnumerable<InstanceSeries> instances) => Text(
        new CsvTable<(InstanceSeries Instance, UsageBucket Bucket)>(
            [("containerId", r => r.Instance.ContainerId), ("agent", r => r.Instance.Agent), .. Usage.Select(c => (c.Name, (Func<(InstanceSeries, UsageBucket), object?>)(r => c.Value(r.Item2))))]),
        instances.SelectMany(i => i.Buckets.Select(b => (i, b))));

    public static string Of(IEnumerable<ZoneSeriesDocument> zones) => Text(
        new CsvTable<(ZoneSeriesDocument Zone, GroupBucket Bucket)>(
            [("zone", r => r.Zone.Zone), .. Group.Select(c => (c.Name, (Func<(ZoneSeriesDocument, GroupBucket), object?>)(r => c.Value(r.Item2))))]),
        zones.SelectMany(z => z.Buckets.Select(b => (z, b))));

    private static (string Name, Func<T, object?> Value)[] Levels<T>(string resource, string unit, Func<T, LevelFigures> of) =>
    [
        ($"{resource}Total{unit}", b => of(b).Total),
        ($"{resource}Allocated{unit}", b => of(b).Allocated),
        ($"{resource}Offered{unit}", b => of(b).Offered),
        ($"{resource}Free{unit}", b => of(b).Free),
        ($"{resource}Stranded{unit}", b => of(b).Stranded),
        ($"{resource}Used{unit}", b => of(b).Used),
    ];

    private static string Text<T>(CsvTable<T> table, IEnumerable<T> rows)
    {
        using var text = new StringWriter();
        table.Write(text, rows);
        return text.ToString();
    }
}
