namespace Capacity.Server.Api.Planning;

/// <summary>The steps of a plan as a table for programs.</summary>
public static class DefragTable
{
    /// <summary>Gets the columns.</summary>
    public static CsvTable<PlanStepDocument> Columns { get; } = new(
        ("step", s => s.Step),
        ("wave", s => s.Wave),
        ("framework", s => s.Framework),
        ("app", s => s.App),
        ("task", s => s.Task),
        ("cpu_cores", s => s.Request.CpuCores),
        ("memory_bytes", s => s.Request.MemoryBytes),
        ("from", s => s.From),
        ("to", s => s.To),
        ("value", s => s.Value));
}
