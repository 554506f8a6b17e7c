using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>A row for each zone.</summary>
internal static class ZoneTable
{
    public static FittedTable Create(IEnumerable<GroupFigures> zones)
    {
        var table = new FittedTable(
            Column.Name("Zone"),
            Column.Figure("Agents", 6),
            Column.Figure("Containers", 8),
            Column.Figure("Cores", 2),
            Column.Figure("Allocated", 1, "CPU alloc."),
            Column.Figure("Used", 5, "CPU used"),
            Column.Figure("Stranded", 0, "CPU stranded"),
            Column.Bar("CPU", 7),
            Column.Figure("Memory", 2),
            Column.Figure("Allocated", 1, "mem alloc."),
            Column.Figure("Used", 5, "mem used"),
            Column.Figure("Stranded", 0, "mem stranded"),
            Column.Bar("Memory", 7));
        foreach (var z in zones)
        {
            table.Add(
                Markup.Escape(z.Name ?? "(none)"),
                Figures.Count(z.Agents.Values.Sum()),
                Figures.Count(z.Usage.Containers),
                Figures.Cores(z.Total.Cpus),
                Figures.Percent(Figures.Ratio(z.Allocated.Cpus.Cores, z.Total.Cpus.Cores)),
                Figures.Percent(Figures.Ratio(z.Usage.Cpus?.Cores, z.Total.Cpus.Cores)),
                Figures.Cores(z.Stranded.Cpus),
                Cells.CpuBar(z.Usage, z.Allocated, z.Total),
                Figures.Bytes(z.Total.Memory),
                Figures.Percent(Figures.Ratio(z.Allocated.Memory.Bytes, z.Total.Memory.Bytes)),
                Figures.Percent(Figures.Ratio(z.Usage.Memory?.Bytes, z.Total.Memory.Bytes)),
                Figures.Bytes(z.Stranded.Memory),
                Cells.MemoryBar(z.Usage, z.Allocated, z.Total));
        }

        return table;
    }
}
