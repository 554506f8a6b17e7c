namespace Capacity.Server.Api.RightSizing;

/// <summary>Recommendations as CSV.</summary>
internal static class RecommendationTable
{
    public static CsvTable<RecommendationDocument> Columns { get; } = new(
        ("framework", r => r.Framework),
        ("id", r => r.Id),
        ("team", r => r.Team),
        ("verdict", r => Words.Of(r.Verdict)),
        ("grade", r => r.Grade),
        ("cpu_cores", r => r.Current.CpuCores),
        ("memory_bytes", r => r.Current.MemoryBytes),
        ("instances", r => r.Current.Instances),
        ("recommended_cpu_cores", r => r.Recommended?.CpuCores),
        ("recommended_memory_bytes", r => r.Recommended?.MemoryBytes),
        ("recommended_instances", r => r.Recommended?.Instances),
        ("cost_per_hour", r => r.CostPerHour),
        ("saving_per_hour", r => r.SavingPerHour),
        ("freed_cpu_cores", r => r.FreedCpuCores),
        ("freed_memory_bytes", r => r.FreedMemoryBytes),
        ("cpu_p99_cores", r => r.Cpu?.P99),
        ("cpu_peak_cores", r => r.Cpu?.Peak),
        ("memory_peak_bytes", r => r.Memory?.Peak),
        ("reasons", r => string.Join(' ', r.Reasons.Select(c => c.Code))),
        ("decision", r => r.Decision is { } d ? Words.Of(d.Kind) : null),
        ("realised_per_hour", r => r.RealisedPerHour));
}
