using Spectre.Console;

namespace Capacity.Cli.Terminal;

/// <summary>A table that leaves out its least important columns where the terminal is too narrow for all of them.</summary>
/// <param name="columns">The columns, from left to right.</param>
internal sealed class FittedTable(params Column[] columns)
{
    private const int Gap = 1;

    private readonly List<string[]> rows = [];

    /// <summary>Adds a row; cells are markup.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Writes the table in the console's width.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        var kept = Fit(console.Profile.Width);
        var excess = WidthOf(kept) - console.Profile.Width;
        var table = new Table().Border(TableBorder.None);
        foreach (var i in kept)
        {
            table.AddColumn(new TableColumn($"[dim]{Markup.Escape(Heading(i, kept))}[/]")
            {
                NoWrap = true,
                Alignment = columns[i].IsFigure ? Justify.Right : Justify.Left,
                Padding = new(0, 0, i == kept[^1] ? 0 : Gap, 0),
            });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. kept.Select(i => excess > 0 && columns[i].Shortest is { } least ? Shorten(row[i], Math.Max(least, WidthOf(i, kept) - excess)) : row[i])]);
        }

        console.Write(table);
    }

    private static string Shorten(string cell, int width) =>
        Markup.Remove(cell) is var text && text.Length > width ? Markup.Escape($"{text[..(width - 1)]}…") : cell;

    private List<int> Fit(int width)
    {
        var kept = Enumerable.Range(0, columns.Length).ToList();
        while (WidthOf(kept) > width && kept.Where(i => columns[i].Rank > 0).OrderByDescending(i => columns[i].Rank).ThenByDescending(i => i).ToList() is [var least, ..])
        {
            kept.Remove(least);
        }

        return kept;
    }

    private int WidthOf(List<int> kept) => kept.Sum(i => WidthOf(i, kept)) + (Gap * (kept.Count - 1));

    private int WidthOf(int column, List<int> kept) => rows.Select(r => Markup.Remove(r[column]).Length).Append(Heading(column, kept).Length).Max();

    private string Heading(int column, List<int> kept) =>
        Enumerable.Range(0, columns.Length).All(i => !columns[i].IsGuide || kept.Contains(i)) ? columns[column].Heading : columns[column].FullHeading ?? columns[column].Heading;
}
