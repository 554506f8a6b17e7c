using Capacity.Cli.Packing;
using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Measures;
using Capacity.Server.Api.Planning;
using Spectre.Console;

namespace Capacity.Cli.Planning;

/// <summary>Shows advice on machine shapes on a terminal.</summary>
internal static class ShapesView
{
    private const int MostRooms = 15;

    public static void Show(ShapesDocument advice, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]Today's mix is {PackingWords.Bytes(advice.Mix.MemoryBytes)} for each core.[/] {advice.Count} machines of each shape, filled with containers drawn from today's:");
        console.WriteLine();
        Shapes(advice).WriteTo(console);
        if (advice.Replacements.Count > 0)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]Replace machines[/] by as many {advice.Shapes[0].Shape} as hold as much of the mix; the whole cluster before → after");
            Replacements(advice).WriteTo(console);
        }

        if (advice.Changes.Count > 0)
        {
            console.WriteLine();
            console.MarkupLine("[bold]Change rules[/]; nothing that runs is moved; growth before → after");
            Changes(advice).WriteTo(console);
        }

        console.WriteLine();
        console.MarkupLine("[bold]For whom room is short[/]");
        Rooms(advice).WriteTo(console);
        if (advice.Rooms.Count > MostRooms)
        {
            console.MarkupLineInterpolated($"[dim]… and {advice.Rooms.Count - MostRooms} more: --output json has them all[/]");
        }
    }

    private static FittedTable Shapes(ShapesDocument advice)
    {
        var table = new FittedTable(
            new("Shape"), Column.Figure("Agents now", 4), Column.Figure("Containers each", 2), Column.Figure("CPU alloc.", 1), Column.Figure("CPU stranded"), Column.Figure("mem alloc.", 1), Column.Figure("mem stranded"), Column.Figure("Too large", 3), Column.Figure("Cluster stranded", 2));
        foreach (var s in advice.Shapes)
        {
            table.Add(
                Markup.Escape(s.Shape),
                Figures.Count(s.HasNow),
                s.ContainersPerMachine.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture),
                Figures.Percent(s.CpuAllocatedRatio),
                Figures.Percent(s.CpuStrandedRatio),
                Figures.Percent(s.MemoryAllocatedRatio),
                Figures.Percent(s.MemoryStrandedRatio),
                Figures.Percent(s.TooLargeRatio),
                Figures.Percent(s.ClusterStrandedRatio));
        }

        return table;
    }

    private static FittedTable Replacements(ShapesDocument advice)
    {
        var table = new FittedTable(Column.Name("Replace"), Column.Name("by"), Column.Figure("Cores"), Column.Figure("Memory"), Column.Figure("CPU stranded", 1), Column.Figure("mem stranded", 1), Column.Figure("May grow by"), Column.Figure("No place", 2));
        foreach (var r in advice.Replacements)
        {
            table.Add(
                $"{r.Agents} x {r.From}",
                $"{r.Count} x {r.To}",
                $"{PackingWords.Cores(r.TotalBefore.CpuCores)} → {PackingWords.Cores(r.TotalAfter.CpuCores)}",
                $"{PackingWords.Bytes(r.TotalBefore.MemoryBytes)} → {PackingWords.Bytes(r.TotalAfter.MemoryBytes)}",
                $"{Figures.Percent(Figures.Ratio(r.StrandedBefore.CpuCores, r.TotalBefore.CpuCores))} → {Figures.Percent(Figures.Ratio(r.StrandedAfter.CpuCores, r.TotalAfter.CpuCores))}",
                $"{Figures.Percent(Figures.Ratio(r.StrandedBefore.MemoryBytes, r.TotalBefore.MemoryBytes))} → {Figures.Percent(Figures.Ratio(r.StrandedAfter.MemoryBytes, r.TotalAfter.MemoryBytes))}",
                Change(r.Headroom),
                Figures.Count(r.UnplacedInstances));
        }

        return table;
    }

    private static FittedTable Changes(ShapesDocument advice)
    {
        var table = new FittedTable(new("Change") { Shortest = 24 }, Column.Figure("Agents", 1), Column.Figure("Containers", 1), Column.Figure("Cores freed", 2), Column.Figure("Memory freed", 2), Column.Figure("All may grow by"), Column.Figure("Those alone"), Column.Figure("Who gets it", 3));
        foreach (var c in advice.Changes)
        {
            table.Add(
                Markup.Escape(c.Kind switch
                {
                    "release" => $"give everybody what {c.Subject} does not use",
                    "handOver" => $"give {c.To} what {c.Subject} does not use",
                    _ => $"drop {c.Subject}",
                }),
                Figures.Count(c.Agents),
                Figures.Count(c.Containers),
                PackingWords.Cores(c.Freed.CpuCores),
                PackingWords.Bytes(c.Freed.MemoryBytes),
                Change(c.Cluster),
                Change(c.Own),
                c.Getting is { } getting ? Change(getting) : Figures.Unknown);
        }

        return table;
    }

    private static string Change(HeadroomChangeDocument change) => $"{Growth(change.BeforeRatio)} → {Growth(change.AfterRatio)}";

    private static string Growth(double ratio) => Figures.Percent(ratio) + (ratio >= GrowthHeadroom.MostRatio ? " or more" : string.Empty);

    private static FittedTable Rooms(ShapesDocument advice)
    {
        var table = new FittedTable(new("Role"), new("Asks of agents") { Shortest = 12 }, Column.Figure("Containers", 1), Column.Figure("Agents", 1), Column.Figure("Free cores", 2), Column.Figure("Free memory", 2), Column.Figure("Room for, at most"));
        foreach (var r in advice.Rooms.Take(MostRooms))
        {
            table.Add(
                Markup.Escape(r.Role ?? "*"),
                Markup.Escape(r.Constraints.Length > 0 ? r.Constraints : "nothing"),
                Figures.Count(r.Containers),
                Figures.Count(r.Agents),
                PackingWords.Cores(r.Free.CpuCores),
                PackingWords.Bytes(r.Free.MemoryBytes),
                $"{Figures.Percent(r.HeadroomRatio)} more");
        }

        return table;
    }
}
