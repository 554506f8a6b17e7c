using Capacity.Cli.Terminal;

namespace Capacity.Cli.Tests.Terminal;

public sealed class FittedTableTests
{
    [Theory]
    [InlineData(40, "name  zone  12  details")]
    [InlineData(19, "name  zone  12")]
    [InlineData(10, "name  12")]
    public void WriteTo_Width_LeavesOutTheLeastImportant(int width, string expected)
    {
        using var output = new StringWriter();
        var console = Consoles.ForResults(output);
        console.Profile.Width = width;
        var table = new FittedTable(new("a"), new("b", 1), Column.Figure("c"), new("d", 2));

        table.Add("name", "zone", "[red]12[/]", "details");
        table.WriteTo(console);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), output.ToString().Split('\n')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void WriteTo_TooNarrowForTheRest_ShortensNamesAndKeepsFigures()
    {
        var table = new FittedTable(Column.Name("name"), Column.Figure("figure"));
        table.Add("a-very-long-name-of-an-agent", "12.5 GiB");

        Assert.Equal(["name             figure", "a-very-long-n… 12.5 GiB"], Lines(table, 23));
    }

    [Theory]
    [InlineData(21, "used CPU used mem", "1 █████ 2 █████")]
    [InlineData(20, "CPU used mem used", "1 2")]
    public void WriteTo_WithoutTheBars_HasFullHeadings(int width, string heading, string row)
    {
        var table = new FittedTable(Column.Figure("used", 0, "CPU used"), Column.Bar("CPU", 1), Column.Figure("used", 0, "mem used"), Column.Bar("mem", 1));
        table.Add("1", "█████", "2", "█████");

        Assert.Equal([heading, row], Lines(table, width).Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    private static string[] Lines(FittedTable table, int width)
    {
        using var output = new StringWriter();
        var console = Consoles.ForResults(output);
        console.Profile.Width = width;
        table.WriteTo(console);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())];
    }
}
