using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Capacity.Core.Units;

namespace Capacity.Cli.Scanning;

/// <summary>The whole cluster, a row for each resource.</summary>
internal static class ClusterTable
{
    public static FittedTable Create(GroupFigures g)
    {
        var table = new FittedTable(
            new(""),
            Column.Figure("Total"),
            Column.Figure("Allocated"),
            Column.Figure("Used"),
            Column.Figure("Allocated, not used", 2),
            Column.Figure("Free", 1),
            Column.Figure("Stranded"),
            new("█ used ▒ allocated", 3));
        table.Add(
            "CPU cores",
            Figures.Cores(g.Total.Cpus),
            Cells.Part(Figures.Cores(g.Allocated.Cpus), g.Allocated.Cpus.Cores, g.Total.Cpus.Cores),
            Cells.Part(Figures.Cores(g.Usage.Cpus), g.Usage.Cpus?.Cores, g.Total.Cpus.Cores),
            Figures.Cores(g.Usage.CpusWasted),
            Figures.Cores(g.Free.Cpus),
            Cells.Part(Figures.Cores(g.Stranded.Cpus), g.Stranded.Cpus.Cores, g.Total.Cpus.Cores),
            Cells.CpuBar(g.Usage, g.Allocated, g.Total));
        table.Add(
            "Memory",
            Figures.Bytes(g.Total.Memory),
            Cells.Part(Figures.Bytes(g.Allocated.Memory), g.Allocated.Memory.Bytes, g.Total.Memory.Bytes),
            Cells.Part(Figures.Bytes(g.Usage.Memory), g.Usage.Memory?.Bytes, g.Total.Memory.Bytes),
            Figures.Bytes(g.Usage.MemoryWasted),
            Figures.Bytes(g.Free.Memory),
            Cells.Part(Figures.Bytes(g.Stranded.Memory), g.Stranded.Memory.Bytes, g.Total.Memory.Bytes),
            Cells.MemoryBar(g.Usage, g.Allocated, g.Total));
        if (g.Total.Disk > MemorySize.Zero)
        {
            table.Add("Disk", Figures.Bytes(g.Total.Disk), Cells.Part(Figures.Bytes(g.Allocated.Disk), g.Allocated.Disk.Bytes, g.Total.Disk.Bytes), Figures.Unknown, Figures.Unknown, Figures.Bytes(g.Free.Disk), Figures.Unknown, string.Empty);
        }

        if (g.Total.Gpus > 0)
        {
            table.Add("GPUs", Figures.Count(g.Total.Gpus), Cells.Part(Figures.Count(g.Allocated.Gpus), g.Allocated.Gpus, g.Total.Gpus), Figures.Unknown, Figures.Unknown, Figures.Count(g.Free.Gpus), Figures.Unknown, string.Empty);
        }

        return table;
    }
}
