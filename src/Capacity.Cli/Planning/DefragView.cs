using Capacity.Cli.Packing;
using Capacity.Cli.Terminal;
using Capacity.Core.Planning.Defragmentation;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Server.Api.Planning;
using Spectre.Console;

namespace Capacity.Cli.Planning;

/// <summary>Shows a defragmentation plan on a terminal.</summary>
internal static class DefragView
{
    private const int MostSteps = 100;

    public static void Show(DefragDocument plan, IAnsiConsole console)
    {
        var goal = GoalOf(plan.Goal);
        console.MarkupLineInterpolated($"[bold]{plan.Goal}[/]: {plan.Measure}: {GoalText.Write(goal, plan.Before)} → [bold]{GoalText.Write(goal, plan.After)}[/], with {plan.Steps.Count} {(plan.Steps.Count == 1 ? "move" : "moves")} in {plan.Waves} {(plan.Waves == 1 ? "wave" : "waves")} ({Figures.Percent(plan.MovedRatio)} of {Figures.Count(plan.Containers)} containers)");
        console.MarkupLineInterpolated($"[dim]Shape: {(plan.Shape.CpuCores > 0 ? $"{PackingWords.Cores(plan.Shape.CpuCores)} cores" : "any CPU")}, {(plan.Shape.MemoryBytes > 0 ? PackingWords.Bytes(plan.Shape.MemoryBytes) : "any memory")}. The moves of a wave may be made at the same time, the new instance always first.[/]");
        if (plan.RanOutOfTime)
        {
            console.MarkupLine("[dim]The search was cut by its time: another run may find another plan.[/]");
        }

        Title(console, "What it does to each measure");
        Effects(plan).WriteTo(console);
        if (plan.Steps.Count > 0)
        {
            Title(console, "Steps");
            Steps(plan, goal).WriteTo(console);
        }

        if (plan.Steps.Count > MostSteps)
        {
            console.MarkupLineInterpolated($"[dim]… and {Figures.Count(plan.Steps.Count - MostSteps)} more: --output csv has them all[/]");
        }

        foreach (var staying in plan.Staying)
        {
            console.MarkupLineInterpolated($"[yellow]![/] {Figures.Count(staying.Containers)} containers stay: {WhyStaying(staying.Reason)}");
        }

        foreach (var note in plan.Notes.Take(MostSteps))
        {
            console.MarkupLineInterpolated($"[yellow]![/] {note.Subject}: {note.Message}");
        }
    }

    private static DefragmentationGoal GoalOf(string word) => (DefragmentationGoal)GoalText.Words.Index().First(w => w.Item == word).Index;

    private static FittedTable Effects(DefragDocument plan)
    {
        var table = new FittedTable(new("Measure"), Column.Figure("Before"), Column.Figure("After"));
        foreach (var effect in plan.Effects)
        {
            table.Add(Markup.Escape(effect.Measure), GoalText.Write(GoalOf(effect.Goal), effect.Before), GoalText.Write(GoalOf(effect.Goal), effect.After));
        }

        return table;
    }

    private static FittedTable Steps(DefragDocument plan, DefragmentationGoal goal)
    {
        var table = new FittedTable(
            Column.Figure("Step"), Column.Figure("Wave", 2), Column.Name("App"), Column.Figure("Cores", 1), Column.Figure("Memory", 1), Column.Name("From"), Column.Name("To"), new("Task", 4) { Shortest = 16 }, Column.Figure("Then", 3));
        foreach (var step in plan.Steps.Take(MostSteps))
        {
            table.Add(
                Figures.Count(step.Step),
                Figures.Count(step.Wave),
                Markup.Escape(step.App),
                PackingWords.Cores(step.Request.CpuCores),
                PackingWords.Bytes(step.Request.MemoryBytes),
                Markup.Escape(step.From),
                Markup.Escape(step.To),
                Markup.Escape(step.Task ?? "the one started before"),
                GoalText.Write(goal, step.Value));
        }

        return table;
    }

    private static string WhyStaying(string reason) => reason switch
    {
        "stateful" => "they keep data on their agents",
        "noMarathon" => "no Marathon that was read runs them (--marathon names them)",
        "noOverCapacity" => "their upgrade strategy allows no instance beyond their number",
        _ => "a deployment is changing their app",
    };

    private static void Title(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }
}
