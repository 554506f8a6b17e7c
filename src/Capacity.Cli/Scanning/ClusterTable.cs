using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Capacity.Core.Units;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>The whole cluster, a row for each resource.</summary>
internal static class ClusterTable
{
    public static Table Create(GroupFigures g)
    {
        var table = Tables.Create("", "Total|r", "Allocated|r", "Used|r", "Allocated, not used|r", "Free|r", "Stranded|r", "█ used ▒ allocated");
        table.AddRow(
            "CPU cores",
            Figures.Cores(g.Total.Cpus),
            Tables.Part(Figures.Cores(g.Allocated.Cpus), g.Allocated.Cpus.Cores, g.Total.Cpus.Cores),
            Tables.Part(Figures.Cores(g.Usage.Cpus), g.Usage.Cpus?.Cores, g.Total.Cpus.Cores),
            Figures.Cores(g.Usage.CpusWasted),
            Figures.Cores(g.Free.Cpus),
            Tables.Part(Figures.Cores(g.Stranded.Cpus), g.Stranded.Cpus.Cores, g.Total.Cpus.Cores),
            Tables.CpuBar(g.Usage, g.Allocated, g.Total));
        table.AddRow(
            "Memory",
            Figures.Bytes(g.Total.Memory),
            Tables.Part(Figures.Bytes(g.Allocated.Memory), g.Allocated.Memory.Bytes, g.Total.Memory.Bytes),
            Tables.Part(Figures.Bytes(g.Usage.Memory), g.Usage.Memory?.Bytes, g.Total.Memory.Bytes),
            Figures.Bytes(g.Usage.MemoryWasted),
            Figures.Bytes(g.Free.Memory),
            Tables.Part(Figures.Bytes(g.Stranded.Memory), g.Stranded.Memory.Bytes, g.Total.Memory.Bytes),
            Tables.MemoryBar(g.Usage, g.Allocated, g.Total));
        if (g.Total.Disk > MemorySize.Zero)
        {
            table.AddRow("Disk", Figures.Bytes(g.Total.Disk), Tables.Part(Figures.Bytes(g.Allocated.Disk), g.Allocated.Disk.Bytes, g.Total.Disk.Bytes), Figures.Unknown, Figures.Unknown, Figures.Bytes(g.Free.Disk), Figures.Unknown, string.Empty);
        }

        if (g.Total.Gpus > 0)
        {
            table.AddRow("GPUs", Figures.Count(g.Total.Gpus), Tables.Part(Figures.Count(g.Allocated.Gpus), g.Allocated.Gpus, g.Total.Gpus), Figures.Unknown, Figures.Unknown, Figures.Count(g.Free.Gpus), Figures.Unknown, string.Empty);
        }

        return table;
    }
}
