using Capacity.Cli.Terminal;
using Capacity.Core.Packing.Solving;
using Spectre.Console;

namespace Capacity.Cli.Packing;

/// <summary>Shows a packing to people and to programs.</summary>
internal static class SolutionView
{
    private const int MostReasons = 3;
    private const int MostMachines = 40;

    public static SolutionDocument Document(PackingSolution solution) => new(
        solution.Placed,
        solution.Unplaced.Sum(u => u.Count),
        solution.MachinesUsed,
        solution.LowerBound,
        solution.GapRatio,
        solution.Elapsed.TotalSeconds,
        [.. solution.Unplaced.Select(u => new UnplacedEntry(solution.State.Problem.Items[u.Item].Id, u.Count, Reason(u)))],
        Placement(solution.State));

    public static void Show(PackingSolution solution, IAnsiConsole console)
    {
        var unplaced = solution.Unplaced.Sum(u => u.Count);
        console.MarkupLineInterpolated($"[bold]{Figures.Count(solution.Placed)} items on {Figures.Count(solution.MachinesUsed)} machines[/]; {Figures.Count(solution.LowerBound)} are needed at least{Gap(solution)}. {solution.Elapsed.TotalSeconds:0.0} s.");
        if (unplaced > 0)
        {
            console.MarkupLineInterpolated($"[yellow]{Figures.Count(unplaced)} items have no place:[/]");
            var table = new FittedTable(Column.Name("Item"), Column.Figure("Items"), new("What keeps one more from the machines"));
            foreach (var items in solution.Unplaced)
            {
                table.Add(Markup.Escape(solution.State.Problem.Items[items.Item].Id), Figures.Count(items.Count), Markup.Escape(Reason(items)));
            }

            table.WriteTo(console);
        }

        console.WriteLine();
        ShowMachines(solution.State, console);
    }

    private static void ShowMachines(PackingState state, IAnsiConsole console)
    {
        var problem = state.Problem;
        var table = new FittedTable([Column.Name("Machine"), Column.Figure("Items"), .. problem.Resources.Select((r, i) => Column.Figure($"{r} free", i + 1))]);
        var used = Enumerable.Range(0, problem.Machines.Count).Where(m => state.On(m).Length > 0).ToList();
        foreach (var m in used.Take(MostMachines))
        {
            var count = 0;
            foreach (var placed in state.On(m))
            {
                count += placed.Count;
            }

            table.Add([Markup.Escape(problem.Machines[m].Id), Figures.Count(count), .. problem.Resources.Select((_, r) => FormattableString.Invariant($"{state.Free(m, r):0.###}"))]);
        }

        table.WriteTo(console);
        if (used.Count > MostMachines)
        {
            console.MarkupLineInterpolated($"[dim]and {Figures.Count(used.Count - MostMachines)} more; --output json has all of them, with what is on them.[/]");
        }
    }

    private static string Gap(PackingSolution solution) => solution.GapRatio switch
    {
        null => string.Empty,
        0 => ", so this is the best there is",
        var gap => $", so at most {Figures.Percent(gap)} too many",
    };

    private static string Reason(UnplacedItems items) => items.Obstacles.Count == 0
        ? "there are no machines, or the time was over before it was tried, or too much is left over to look for every reason"
        : string.Join("; ", items.Obstacles.Take(MostReasons).Select(o => $"{Text(o.Obstacle)} on {o.Machines} {(o.Machines == 1 ? "machine" : "machines")}"));

    private static string Text(PlacementObstacle obstacle) => obstacle.Kind switch
    {
        ObstacleKind.Resource => $"too little {obstacle.Subject}",
        ObstacleKind.NotEligible => $"not eligible ({obstacle.Subject})",
        ObstacleKind.Constraint => $"constraint {obstacle.Subject}",
        ObstacleKind.Conflict => $"conflict {obstacle.Subject}",
        _ => obstacle.Subject,
    };

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Placement(PackingState state)
    {
        var placement = new Dictionary<string, IReadOnlyDictionary<string, int>>();
        for (var m = 0; m < state.Problem.Machines.Count; m++)
        {
            var there = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var placed in state.On(m))
            {
                there[state.Problem.Items[placed.Item].Id] = placed.Count;
            }

            if (there.Count > 0)
            {
                placement[state.Problem.Machines[m].Id] = there;
            }
        }

        return placement;
    }
}
