using Spectre.Console;

namespace Capacity.Cli.Terminal;

/// <summary>A table that leaves out its least important columns where the terminal is too narrow for all of them.</summary>
/// <param name="columns">The columns, from left to right.</param>
internal sealed class FittedTable(params Column[] columns)
{
    private const int Gap = 2;

    private readonly List<string[]> rows = [];

    /// <summary>Adds a row; cells are markup.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Writes the table in the console's width.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        var kept = Fit(console.Profile.Width);
        var table = new Table().Border(TableBorder.None);
        foreach (var i in kept)
        {
            table.AddColumn(new TableColumn($"[dim]{columns[i].Heading}[/]") { NoWrap = true, Alignment = columns[i].IsFigure ? Justify.Right : Justify.Left });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. kept.Select(i => row[i])]);
        }

        console.Write(table);
    }

    private List<int> Fit(int width)
    {
        var kept = Enumerable.Range(0, columns.Length).ToList();
        while (kept.Sum(Width) > width && kept.Where(i => columns[i].Rank > 0).OrderByDescending(i => columns[i].Rank).ThenByDescending(i => i).ToList() is [var least, ..])
        {
            kept.Remove(least);
        }

        return kept;
    }

    private int Width(int column) => rows.Select(r => Markup.Remove(r[column])).Append(columns[column].Heading).Max(t => t.Length) + Gap;
}
