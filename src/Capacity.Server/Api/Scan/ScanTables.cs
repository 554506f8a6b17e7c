namespace Capacity.Server.Api.Scan;

/// <summary>The tables of a scan as CSV. Columns have the names of the JSON document.</summary>
public static class ScanTables
{
    /// <summary>The names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["apps", "agents", "zones", "containers", "warnings", "sources"];

    /// <summary>Writes one table.</summary>
    /// <exception cref="ArgumentException"><paramref name="table"/> is not one of <see cref="Names"/>.</exception>
    public static void Write(string table, ScanDocument scan, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(scan);
        switch (table)
        {
            case "apps":
                Apps.Write(output, scan.Apps);
                break;
            case "agents":
                Agents.Write(output, scan.Agents);
                break;
            case "zones":
                Zones.Write(output, scan.Zones);
                break;
            case "containers":
                Containers.Write(output, scan.Containers ?? []);
                break;
            case "warnings":
                Warnings.Write(output, scan.Warnings);
                break;
            case "sources":
                Sources.Write(output, scan.Sources);
                break;
            default:
                throw new ArgumentException($"There is no table '{table}'.", nameof(table));
        }
    }

    private static readonly CsvTable<AppDocument> Apps = new(
        ("framework", a => a.Framework),
        ("id", a => a.Id),
        ("team", a => a.Team),
        ("instances", a => a.Instances),
        ("cpuRequestedCores", a => a.CpuRequestedCores),
        ("cpuUsedCores", a => a.CpuUsedCores),
        ("cpuWastedCores", a => a.CpuWastedCores),
        ("memoryRequestedBytes", a => a.MemoryRequestedBytes),
        ("memoryUsedBytes", a => a.MemoryUsedBytes),
        ("memoryWastedBytes", a => a.MemoryWastedBytes),
        ("throttledRatio", a => a.ThrottledRatio),
        ("memoryKills", a => a.MemoryKills),
        ("wasteRatio", a => a.WasteRatio));

    private static readonly CsvTable<AgentDocument> Agents = new(
        ("hostname", a => a.Hostname),
        ("port", a => a.Port),
        ("address", a => a.Address),
        ("zone", a => a.Zone),
        ("rack", a => a.Rack),
        ("state", a => a.State),
        ("asOf", a => a.AsOf),
        ("read", a => a.Read),
        ("containers", a => a.Containers),
        ("cpuTotalCores", a => a.CpuTotalCores),
        ("cpuAllocatedCores", a => a.CpuAllocatedCores),
        ("cpuUsedCores", a => a.CpuUsedCores),
        ("cpuStrandedCores", a => a.CpuStrandedCores),
        ("memoryTotalBytes", a => a.MemoryTotalBytes),
        ("memoryAllocatedBytes", a => a.MemoryAllocatedBytes),
        ("memoryUsedBytes", a => a.MemoryUsedBytes),
        ("memoryStrandedBytes", a => a.MemoryStrandedBytes));

    private static readonly CsvTable<GroupDocument> Zones = new(
        ("name", z => z.Name),
        ("agents", z => z.Agents.Values.Sum()),
        ("containers", z => z.Containers),
        ("cpuTotalCores", z => z.Cpu.TotalCores),
        ("cpuAllocatedCores", z => z.Cpu.AllocatedCores),
        ("cpuUsedCores", z => z.Cpu.UsedCores),
        ("cpuFreeCores", z => z.Cpu.FreeCores),
        ("cpuStrandedCores", z => z.Cpu.StrandedCores),
        ("memoryTotalBytes", z => z.Memory.TotalBytes),
        ("memoryAllocatedBytes", z => z.Memory.AllocatedBytes),
        ("memoryUsedBytes", z => z.Memory.UsedBytes),
        ("memoryFreeBytes", z => z.Memory.FreeBytes),
        ("memoryStrandedBytes", z => z.Memory.StrandedBytes));

    private static readonly CsvTable<ContainerDocument> Containers = new(
        ("id", c => c.Id),
        ("agent", c => c.Agent),
        ("framework", c => c.Framework),
        ("app", c => c.App),
        ("cpuRequestedCores", c => c.CpuRequestedCores),
        ("cpuUsedCores", c => c.CpuUsedCores),
        ("cpuMaxCores", c => c.CpuMaxCores),
        ("memoryRequestedBytes", c => c.MemoryRequestedBytes),
        ("memoryUsedBytes", c => c.MemoryUsedBytes),
        ("throttledRatio", c => c.ThrottledRatio));

    private static readonly CsvTable<WarningDocument> Warnings = new(
        ("code", w => w.Code),
        ("subject", w => w.Subject),
        ("message", w => w.Message),
        ("makesPartial", w => w.MakesPartial));

    private static readonly CsvTable<SourceDocument> Sources = new(
        ("kind", s => s.Kind),
        ("address", s => s.Address),
        ("endpoint", s => s.Endpoint),
        ("at", s => s.At),
        ("tookSeconds", s => s.TookSeconds),
        ("outcome", s => s.Outcome),
        ("detail", s => s.Detail),
        ("clockAheadSeconds", s => s.ClockAheadSeconds));
}
