using Capacity.Cli.Terminal;

namespace Capacity.Cli.Tests.Terminal;

public sealed class FittedTableTests
{
    [Theory]
    [InlineData(40, "name  zone  12  details")]
    [InlineData(20, "name  zone  12")]
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
}
