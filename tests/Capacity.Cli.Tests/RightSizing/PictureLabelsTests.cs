using Capacity.Cli.RightSizing;

namespace Capacity.Cli.Tests.RightSizing;

public sealed class PictureLabelsTests
{
    [Fact]
    public void Place_PointsOnTopOfEachOther_NamesLieApartAndWithin()
    {
        var labels = new PictureLabels(right: 470, bottom: 330);
        labels.Keep(440, 325);

        var places = Enumerable.Range(0, 8).Select(_ => labels.Place(440, 325, "autopilot-like")).ToArray();

        Assert.All(places, p => Assert.InRange(p.X, 0, 470 - (14 * PictureLabels.LetterWidth)));
        Assert.All(places, p => Assert.InRange(p.Y, 0, 330));
        Assert.Equal(8, places.DistinctBy(p => p.Y).Count());
    }

    [Theory]
    [InlineData(0.32, 0.62, 0.3, 0.7)]
    [InlineData(0, 0.052, 0, 0.06)]
    [InlineData(0, 0, 0, 0.01)]
    [InlineData(0.5, 0.5, 0.5, 0.51)]
    public void Over_AnyRange_BeginsAndEndsAtRoundFigures(double least, double most, double from, double to)
    {
        var axis = PictureAxis.Over(least, most);

        Assert.Equal((from, to), (Math.Round(axis.From, 9), Math.Round(axis.To, 9)));
        Assert.InRange(axis.Steps, 1, 6);
    }
}
