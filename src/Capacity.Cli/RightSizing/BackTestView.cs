using Capacity.Cli.Terminal;
using Capacity.Core.RightSizing.BackTesting;
using Spectre.Console;

namespace Capacity.Cli.RightSizing;

/// <summary>Shows scores to a person.</summary>
internal static class BackTestView
{
    public static void Show(IReadOnlyList<RuleScore> scores, string about, IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]What each rule would have advised, and how it did in the weeks that followed[/]");
        console.MarkupLineInterpolated($"[dim]{about}[/]");
        console.WriteLine();
        var table = new FittedTable(
            new("Rule"),
            Column.Figure("CPU") with { IsGuide = true },
            Column.Figure("exceeded", 0, "CPU exceeded"),
            Column.Figure("inst. > 1 %", 2, "CPU inst. > 1 %"),
            Column.Figure("inst. > 5 %", 6, "CPU inst. > 5 %"),
            Column.Figure("slack", 4, "CPU slack"),
            Column.Figure("Memory") with { IsGuide = true },
            Column.Figure("inst. breached", 0, "mem inst. breached"),
            Column.Figure("slack", 4, "mem slack"),
            Column.Figure("Change", 3));
        foreach (var score in scores)
        {
            table.Add(
                score == scores[0] ? $"[bold]{score.Name}[/]" : score.Name,
                Figures.Percent(score.CpuRecommendedRatio),
                Fine(score.CpuExceedRate),
                Fine(score.CpuInstancesOver1PercentRatio),
                Fine(score.CpuInstancesOver5PercentRatio),
                Figures.Percent(score.CpuSlackRatio),
                Figures.Percent(score.MemRecommendedRatio),
                Fine(score.MemBreachInstanceRatio),
                Figures.Percent(score.MemSlackRatio),
                Fine(score.Stability));
        }

        table.WriteTo(console);
        console.WriteLine();
        console.MarkupLineInterpolated($"[dim]CPU and memory: recommended, of what was requested. Exceeded: time with more use than recommended. Breached: at least once in a test. Change: from one step to the next, median.[/]");
    }

    private static string Fine(double? ratio) => ratio is double r ? FormattableString.Invariant($"{r * 100:0.##} %") : Figures.Unknown;
}
