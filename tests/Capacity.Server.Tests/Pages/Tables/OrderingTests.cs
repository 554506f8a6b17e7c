using Capacity.Server.Pages.Tables;

namespace Capacity.Server.Tests.Pages.Tables;

public sealed class OrderingTests
{
    [Theory]
    [InlineData("name", new[] { "agent2", "agent10", "b", null })]
    [InlineData("-name", new[] { "b", "agent10", "agent2", null })]
    public void Sort_Texts_CountsAsPeopleDoAndPutsTheUnknownLast(string order, string?[] expected) =>
        Assert.Equal(expected, Ordering.Parse(order).Sort<string?>(["b", null, "agent10", "agent2"], t => t));

    [Fact]
    public void Clicked_OnItsOwnColumn_TurnsRound()
    {
        var column = new Column<int>("size", "Size", i => i, _ => _ => { }, Number: true);

        Assert.Equal("-size", Ordering.Parse("name").Clicked(column).ToString());
        Assert.Equal("size", Ordering.Parse("-size").Clicked(column).ToString());
    }
}
