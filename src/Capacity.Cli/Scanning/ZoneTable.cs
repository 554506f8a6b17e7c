using Capacity.Cli.Terminal;
using Capacity.Core.Scanning;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>A row for each zone.</summary>
internal static class ZoneTable
{
    public static Table Create(IEnumerable<GroupFigures> zones)
    {
        var table = Tables.Create("Zone", "Agents|r", "Containers|r", "Cores|r", "Allocated|r", "Used|r", "Stranded|r", "CPU", "Memory|r", "Allocated|r", "Used|r", "Stranded|r", "Memory");
        foreach (var z in zones)
        {
            table.AddRow(
                Markup.Escape(z.Name ?? "(none)"),
                Figures.Count(z.Agents.Values.Sum()),
                Figures.Count(z.Usage.Containers),
                Figures.Cores(z.Total.Cpus),
                Figures.Percent(Figures.Ratio(z.Allocated.Cpus.Cores, z.Total.Cpus.Cores)),
                Figures.Percent(Figures.Ratio(z.Usage.Cpus?.Cores, z.Total.Cpus.Cores)),
                Figures.Cores(z.Stranded.Cpus),
                Tables.CpuBar(z.Usage, z.Allocated, z.Total),
                Figures.Bytes(z.Total.Memory),
                Figures.Percent(Figures.Ratio(z.Allocated.Memory.Bytes, z.Total.Memory.Bytes)),
                Figures.Percent(Figures.Ratio(z.Usage.Memory?.Bytes, z.Total.Memory.Bytes)),
                Figures.Bytes(z.Stranded.Memory),
                Tables.MemoryBar(z.Usage, z.Allocated, z.Total));
        }

        return table;
    }
}
