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
}
