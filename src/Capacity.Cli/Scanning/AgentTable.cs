using Capacity.Cli.Terminal;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>A row for each agent.</summary>
internal static class AgentTable
{
    /// <summary>Agents that are unwell come first, then those with the most stranded; 8 GiB weigh as much as a core.</summary>
    public static IEnumerable<AgentFigures> Worst(IEnumerable<AgentFigures> agents) => agents
        .OrderBy(a => a.Agent.State == AgentState.Active)
        .ThenByDescending(a => a.Stranded.Cpus.Cores + (a.Stranded.Memory.Bytes / (double)(1L << 33)))
        .ThenBy(a => a.Agent.Name.Hostname, StringComparer.Ordinal);

    public static FittedTable Create(IEnumerable<AgentFigures> agents)
    {
        var table = new FittedTable(
            Column.Name("Agent"),
            new("Zone", 1),
            new("State"),
            Column.Figure("Cont.", 8),
            Column.Figure("Cores", 3),
            Column.Figure("allocated", 2, "CPU alloc."),
            Column.Figure("used", 5, "CPU used"),
            Column.Figure("stranded", 0, "CPU stranded"),
            Column.Bar("CPU", 7),
            Column.Figure("Memory", 3),
            Column.Figure("allocated", 2, "mem alloc."),
            Column.Figure("used", 5, "mem used"),
            Column.Figure("stranded", 0, "mem stranded"),
            Column.Bar("Memory", 7));
        foreach (var a in agents)
        {
            var resources = a.Agent.Resources;
            table.Add(
                Markup.Escape(a.Agent.Name.ToString()),
                Markup.Escape(a.Agent.Zone ?? string.Empty),
                a.Agent.State == AgentState.Active ? "active" : $"[yellow]{Phrases.Of(a.Agent.State)}[/]",
                Figures.Count(a.Usage.Containers),
                Figures.Cores(resources?.Total.Cpus),
                Figures.Cores(resources?.Allocated.Cpus),
                Figures.Cores(a.Usage.Cpus),
                Figures.Cores(a.Stranded.Cpus),
                Cells.CpuBar(a.Usage, resources?.Allocated ?? default, resources?.Total ?? default),
                Figures.Bytes(resources?.Total.Memory),
                Figures.Bytes(resources?.Allocated.Memory),
                Figures.Bytes(a.Usage.Memory),
                Figures.Bytes(a.Stranded.Memory),
                Cells.MemoryBar(a.Usage, resources?.Allocated ?? default, resources?.Total ?? default));
        }

        return table;
    }
}
