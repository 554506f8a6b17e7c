using Capacity.Cli.Terminal;
using Capacity.Server.Api.Packing;
using Spectre.Console;

namespace Capacity.Cli.Packing;

/// <summary>Shows on a terminal whether something fits.</summary>
internal static class FitView
{
    private const int MostAgents = 20;

    public static void Show(FitDocument answer, IAnsiConsole console)
    {
        var room = answer.Room is { } r ? $"room for {(answer.RoomIsAtLeast ? "at least " : string.Empty)}{Figures.Count(r)} in all" : "room without end";
        console.MarkupLineInterpolated(answer.Fits
            ? (FormattableString)$"[green]Fits[/]: {Figures.Count(answer.Instances)} x {PackingWords.Shape(answer.Shape)}; {room}, on {Figures.Count(answer.Agents)} agents."
            : (FormattableString)$"[red]Does not fit[/]: {Figures.Count(answer.Placed)} of {Figures.Count(answer.Instances)} x {PackingWords.Shape(answer.Shape)} find room; {room}, on {Figures.Count(answer.Agents)} agents.");
        if (answer.Binding is { } binding)
        {
            console.MarkupLineInterpolated($"What binds: {PackingWords.Obstacle(binding)}, on {binding.Agents} of {answer.Agents} agents ({binding.AgentsWithNoOther} of them have nothing else against it).");
        }

        if (answer.Obstacles.Count > 0)
        {
            console.WriteLine();
            var why = new FittedTable(new("Against one more"), Column.Figure("Agents"), Column.Figure("Nothing else"));
            foreach (var obstacle in answer.Obstacles)
            {
                why.Add(Markup.Escape(PackingWords.Obstacle(obstacle)), Figures.Count(obstacle.Agents), Figures.Count(obstacle.AgentsWithNoOther));
            }

            why.WriteTo(console);
        }

        if (answer.Moves is { } moves)
        {
            console.WriteLine();
            ShowMoves(moves, console);
        }

        if (answer.Where.Count > 0)
        {
            console.WriteLine();
            var where = new FittedTable(new("Agent"), new("Zone", 1), Column.Figure("Instances"));
            foreach (var place in answer.Where.Take(MostAgents))
            {
                where.Add(Markup.Escape(place.Agent), Markup.Escape(place.Zone ?? "(none)"), Figures.Count(place.Instances));
            }

            where.WriteTo(console);
            if (answer.Where.Count > MostAgents)
            {
                console.MarkupLineInterpolated($"[dim]… and {answer.Where.Count - MostAgents} more: --output csv has them all[/]");
            }
        }
    }

    private static void ShowMoves(RoomByMovingDocument moves, IAnsiConsole console)
    {
        if (moves.Agent is null)
        {
            console.WriteLine(moves.LeastMoves is int least
                ? $"No moves were found that make room for one; clearing an agent for it takes {least} at least."
                : "No moves make room for one: there is no agent that could be cleared for it.");
            return;
        }

        console.MarkupLineInterpolated($"Room for one on [bold]{moves.Agent}[/] by {Figures.Count(moves.Steps.Count)} {(moves.Steps.Count == 1 ? "move" : "moves")}{(moves.IsFewest ? ", and fewer do not do" : string.Empty)}, the new instance started first:");
        var steps = new FittedTable(Column.Figure("Step"), Column.Name("App"), Column.Name("From"), Column.Name("To"), new("Task", 1) { Shortest = 16 });
        foreach (var step in moves.Steps)
        {
            steps.Add(Figures.Count(step.Step), Markup.Escape(step.App), Markup.Escape(step.From), Markup.Escape(step.To), Markup.Escape(step.Task ?? "(of an earlier step)"));
        }

        steps.WriteTo(console);
    }
}
