using Capacity.Cli.Terminal;
using Capacity.Core.Cluster;
using Capacity.Core.Packing;
using Spectre.Console;

namespace Capacity.Cli.Scanning;

/// <summary>The largest task that still fits: a row for each role that may take more, or other room, than everybody.</summary>
internal static class LargestTable
{
    public static FittedTable Create(IReadOnlyList<LargestTask> tasks)
    {
        var everybody = tasks.FirstOrDefault(t => t.Role == Roles.Any);
        List<LargestTask> shown = [.. tasks.Where(t => t == everybody || everybody is null || t with { Role = Roles.Any } != everybody)];
        return shown.All(t => t.ByCpu == t.ByMemory) ? Merged(shown) : ByEach(shown);
    }

    private static FittedTable Merged(List<LargestTask> tasks)
    {
        var table = new FittedTable(Column.Name("Role"), Column.Figure("CPU and memory"), Column.Name("on agent", 1));
        foreach (var task in tasks)
        {
            table.Add(Markup.Escape(task.Role), Size(task.ByCpu), Agent(task.ByCpu));
        }

        return table;
    }

    private static FittedTable ByEach(List<LargestTask> tasks)
    {
        var table = new FittedTable(
            Column.Name("Role"), Column.Figure("by CPU"), Column.Name("on agent", 1), Column.Figure("by memory"), Column.Name("on agent", 1));
        foreach (var task in tasks)
        {
            table.Add(Markup.Escape(task.Role), Size(task.ByCpu), Agent(task.ByCpu), Size(task.ByMemory), Agent(task.ByMemory));
        }

        return table;
    }

    private static string Size(Room? room) => room is null ? "none" : $"{Figures.Cores(room.Free.Cpus)} cores + {room.Free.Memory}";

    private static string Agent(Room? room) => Markup.Escape(room?.Agent.ToString() ?? string.Empty);
}
