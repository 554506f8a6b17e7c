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
            new("Zone"),
            Column.Figure("Agents", 3),
            Column.Figure("Containers", 4),
            Column.Figure("Cores"),
            Column.Figure("Allocated"),
            Column.Figure("Used", 1),
            Column.Figure("Stranded"),
            new("CPU", 2),
            Column.Figure("Memory"),
            Column.Figure("Allocated"),
            Column.Figure("Used", 1),
            Column.Figure("Stranded"),
            new("Memory", 2));
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
