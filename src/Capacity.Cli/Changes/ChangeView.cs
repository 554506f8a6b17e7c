using System.Text.Json.Nodes;
using Capacity.Cli.Terminal;
using Spectre.Console;

namespace Capacity.Cli.Changes;

/// <summary>Shows changes on a terminal.</summary>
internal static class ChangeView
{
    public static void Show(JsonArray changes, IAnsiConsole console)
    {
        if (changes.Count == 0)
        {
            console.MarkupLine("[dim]No changes are announced.[/]");
            return;
        }

        var table = new FittedTable(Column.Name("Change"), new("Kind", 3), new("State"), Column.Figure("Machines"), Column.Figure("Away"), Column.Figure("Back"), new("Announced", 2), new("By", 4), new("Comment", 5) { Shortest = 12 });
        foreach (var change in changes.OfType<JsonNode>())
        {
            var targets = change["targets"]!.AsArray();
            table.Add(
                Markup.Escape($"{change["id"]}"),
                Markup.Escape($"{change["kind"]}"),
                $"{change["state"]}",
                $"{targets.Count}",
                $"{targets.Count(t => t!["beganAt"] is not null && t["endedAt"] is null)}",
                $"{targets.Count(t => t!["endedAt"] is not null)}",
                $"{change["startedAt"]!.GetValue<DateTimeOffset>():yyyy-MM-dd HH:mm}",
                Markup.Escape($"{change["author"]}"),
                Markup.Escape($"{change["comment"]}"));
        }

        table.WriteTo(console);
    }
}
