using Capacity.Cli.Terminal;
using Capacity.Server.Api.Packing;
using Spectre.Console;

namespace Capacity.Cli.Packing;

/// <summary>Shows on a terminal what a scenario would come to.</summary>
internal static class WhatIfView
{
    private const int MostApps = 30;

    public static void Show(WhatIfDocument answer, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]What if: {answer.Scenario}[/]");
        console.MarkupLineInterpolated(answer.UnplacedInstances == 0
            ? (FormattableString)$"[green]{(answer.ToPlace == 0 ? "Nothing has to be started anew." : $"Everything finds a place: {Figures.Counted(answer.ToPlace, "instance")} started anew.")}[/]"
            : (FormattableString)$"[red]{Figures.Counted(answer.UnplacedInstances, "instance")} of {Figures.Count(answer.ToPlace)} without a place[/], in {Figures.Counted(answer.Unplaced.Count, "app")}.");
        if (answer.Recovery is { } r)
        {
            console.MarkupLineInterpolated($"What finds a place runs again after about {PackingWords.Seconds(r.TotalSeconds)}: {PackingWords.Seconds(r.DetectionSeconds)} until the loss is known, {PackingWords.Seconds(r.StartingSeconds)} to start it at {r.StartsPerSecond} tasks a second and {r.StartsPerSecondAndAgent} on an agent, {PackingWords.Seconds(r.StartTimeSeconds)} to come up.");
        }

        console.WriteLine();
        var sides = new FittedTable(Column.Name(""), Column.Figure("Agents"), Column.Figure("Cores"), Column.Figure("allocated"), Column.Figure("stranded"), Column.Figure("Memory"), Column.Figure("allocated"), Column.Figure("stranded"), Column.Figure("May grow by"));
        Add(sides, "before", answer.Before);
        Add(sides, "after", answer.After);
        sides.WriteTo(console);
        if (answer.EmptyAgentsAfter > 0)
        {
            console.MarkupLineInterpolated($"Agents that run nothing afterwards: {Figures.Count(answer.EmptyAgentsAfter)}.");
        }

        if (answer.Unplaced.Count == 0)
        {
            return;
        }

        console.WriteLine();
        var apps = new FittedTable(new("Without a place"), Column.Figure("Instances"), new("Why") { Shortest = 20 });
        foreach (var app in answer.Unplaced.Take(MostApps))
        {
            apps.Add(Markup.Escape($"{app.App} ({app.Framework})"), Figures.Count(app.Instances), Markup.Escape(app.Reason));
        }

        apps.WriteTo(console);
        if (answer.Unplaced.Count > MostApps)
        {
            console.MarkupLineInterpolated($"[dim]… and {answer.Unplaced.Count - MostApps} more: --output csv has them all[/]");
        }
    }

    private static void Add(FittedTable table, string name, WhatIfSideDocument side) => table.Add(
        name,
        Figures.Count(side.Agents),
        PackingWords.Cores(side.Total.CpuCores),
        Figures.Percent(Figures.Ratio(side.Allocated.CpuCores, side.Total.CpuCores)),
        Figures.Percent(Figures.Ratio(side.Stranded.CpuCores, side.Total.CpuCores)),
        PackingWords.Bytes(side.Total.MemoryBytes),
        Figures.Percent(Figures.Ratio(side.Allocated.MemoryBytes, side.Total.MemoryBytes)),
        Figures.Percent(Figures.Ratio(side.Stranded.MemoryBytes, side.Total.MemoryBytes)),
        PackingWords.Headroom(side.Headroom));
}
