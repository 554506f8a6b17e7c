using Capacity.Cli.Terminal;
using Capacity.Server.Api.Packing;
using Spectre.Console;

namespace Capacity.Cli.Packing;

/// <summary>Shows a packing report on a terminal.</summary>
internal sealed class PackView(IAnsiConsole console, int top)
{
    public void Show(PackingDocument report)
    {
        var c = report.Cluster;
        console.MarkupLineInterpolated($"[bold]{Figures.Count(c.Agents)} agents, {Figures.Count(c.Containers)} containers[/] · {PackingWords.Headroom(report.Headroom)} more of today's mix fits · {c.ContainersPerUsedAgent:0.#} containers on an agent in use");
        if (report.Efficiency is { } e)
        {
            console.MarkupLineInterpolated($"Bin packing: {Figures.Count(e.UsedAgents)} agents in use; {Figures.Count(e.RepackedAgents)} after packing anew ({Figures.Percent(e.RepackRatio)}), {Figures.Count(e.LowerBound)} at the least ({Figures.Percent(e.BoundRatio)}).");
        }

        if (report.Compaction is { NeededAgents: { } needed } compaction)
        {
            console.MarkupLineInterpolated($"Compaction: fits on {Figures.Count(needed)} of {Figures.Count(compaction.Agents)} agents taken at random ({Figures.Percent(compaction.Ratio)}; {Figures.Percent(compaction.Percentile)} of {compaction.Runs.Count} tries){(compaction.Softened > 0 ? ", where what wants most agents for itself may share them" : string.Empty)}{(compaction.Unplaced > 0 ? $"; up to {Figures.Count(compaction.Unplaced)} containers found no place" : string.Empty)}.");
        }
        else if (report.Compaction is { } unknown)
        {
            console.MarkupLineInterpolated($"Compaction is not known: of agents taken at random, up to {Figures.Count(unknown.Unplaced)} containers found no place on all of them.");
        }

        Title("Cluster, zones and roles");
        Groups(report).WriteTo(console);
        Title("Each zone's and role's own workload on its own agents");
        Parts(report).WriteTo(console);
        Title("What still fits");
        Shapes(report).WriteTo(console);
        Title("Losses, the worst first");
        Losses([.. report.Losses.Where(l => l.Level == "zone"), .. report.Losses.Where(l => l.Level == "host").Take(top)]).WriteTo(console);
        Title("Apps that one failure takes below their quorum");
        if (report.Risks.Count > 0)
        {
            Risks(report.Risks.Take(top)).WriteTo(console);
        }
        else
        {
            console.WriteLine("None. Looked at are apps that keep data on their agents and apps with the label quorum.");
        }

        foreach (var note in report.Notes.Take(top))
        {
            console.MarkupLineInterpolated($"[yellow]![/] {note.Subject}: {note.Message}");
        }
    }

    private static FittedTable Groups(PackingDocument report)
    {
        var table = new FittedTable(
            Column.Name(""), Column.Figure("Agents", 3), Column.Figure("Cores", 2), Column.Figure("allocated"), Column.Figure("stranded"), Column.Figure("fragmented", 4), Column.Figure("Memory", 2), Column.Figure("allocated"), Column.Figure("stranded"), Column.Figure("fragmented", 4));
        Add(table, "cluster", report.Cluster);
        foreach (var zone in report.Zones)
        {
            Add(table, $"zone {zone.Name ?? "(none)"}", zone);
        }

        foreach (var role in report.Roles.Count > 1 ? report.Roles : [])
        {
            Add(table, $"role {role.Name}", role);
        }

        return table;
    }

    private static FittedTable Parts(PackingDocument report)
    {
        var table = new FittedTable(Column.Name(""), Column.Figure("May grow by"), Column.Figure("Fits on", 1), Column.Figure("In use", 3), Column.Figure("Packed anew", 2), Column.Figure("At the least", 2), Column.Figure("Containers/agent", 4), Column.Figure("Room for mean ones", 1));
        foreach (var (name, f) in report.Zones.Select(z => ($"zone {z.Name ?? "(none)"}", z)).Concat(report.Roles.Count > 1 ? report.Roles.Select(r => ($"role {r.Name}", r)) : []))
        {
            table.Add(
                Markup.Escape(name),
                f.Alone is { } alone ? PackingWords.Headroom(alone.Headroom) : Figures.Unknown,
                f.Alone?.Compaction is { NeededAgents: { } needed } c ? $"{needed} of {c.Agents}" : Figures.Unknown,
                Figures.Count(f.UsedAgents),
                f.Alone is { } a ? Figures.Count(a.Efficiency.RepackedAgents) : Figures.Unknown,
                f.Alone is { } b ? Figures.Count(b.Efficiency.LowerBound) : Figures.Unknown,
                f.ContainersPerUsedAgent is { } density ? density.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) : Figures.Unknown,
                Figures.Count((long)f.MixRoom));
        }

        return table;
    }

    private static void Add(FittedTable table, string name, PackingFiguresDocument f) => table.Add(
        Markup.Escape(name),
        Figures.Count(f.Agents),
        PackingWords.Cores(f.CpuCores.Total),
        Figures.Percent(f.CpuCores.AllocatedRatio),
        Figures.Percent(f.CpuCores.StrandedRatio),
        Figures.Percent(f.CpuCores.FragmentedRatio),
        PackingWords.Bytes(f.MemoryBytes.Total),
        Figures.Percent(f.MemoryBytes.AllocatedRatio),
        Figures.Percent(f.MemoryBytes.StrandedRatio),
        Figures.Percent(f.MemoryBytes.FragmentedRatio));

    private static FittedTable Shapes(PackingDocument report)
    {
        var table = new FittedTable(Column.Name("Shape"), Column.Figure("Running"), Column.Figure("Room"), Column.Figure("Free CPU of no use", 2), new("What binds elsewhere", 1));
        foreach (var s in report.Shapes)
        {
            table.Add(
                PackingWords.Shape(s.Shape),
                Figures.Count(s.Running),
                Figures.Count(s.Room),
                Figures.Percent(s.FragmentRatio),
                Markup.Escape(s.Binding is { } b ? $"{PackingWords.Obstacle(b)}, on {b.Agents} of {report.Agents.Count} agents" : string.Empty));
        }

        return table;
    }

    private static FittedTable Losses(IEnumerable<LossDocument> losses)
    {
        var table = new FittedTable(Column.Name("Loss of"), Column.Figure("Instances"), Column.Figure("No place"), Column.Figure("Data there", 2), Column.Figure("May grow by", 1), new("Apps", 3) { Shortest = 20 });
        foreach (var l in losses)
        {
            table.Add(
                Markup.Escape(l.Level == "zone" ? $"zone {l.Name}" : l.Name),
                Figures.Count(l.Lost),
                l.Unplaced > 0 ? $"[red]{Figures.Count(l.Unplaced)}[/]" : "0",
                Figures.Count(l.Stateful),
                l.Headroom is { } headroom ? PackingWords.Headroom(headroom) : Figures.Unknown,
                Markup.Escape(string.Join(' ', l.UnplacedApps.Take(5)) + (l.UnplacedApps.Count > 5 ? " …" : string.Empty)));
        }

        return table;
    }

    private static FittedTable Risks(IEnumerable<RiskDocument> risks)
    {
        var table = new FittedTable(Column.Name("App"), Column.Figure("Instances"), Column.Figure("Quorum"), new("Together on"), Column.Figure("There"));
        foreach (var r in risks)
        {
            table.Add(Markup.Escape(r.App), Figures.Count(r.Instances), Figures.Count(r.Quorum), Markup.Escape($"{r.Level} {r.Domain}"), Figures.Count(r.There));
        }

        return table;
    }

    private void Title(string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }
}
