using Capacity.Cli.Packing;
using Capacity.Cli.Terminal;
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
