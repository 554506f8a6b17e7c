using Capacity.Core.Planning.Forecasting.History;
using static Capacity.Core.Tests.Planning.Forecasting.History.Readings;

namespace Capacity.Core.Tests.Planning.Forecasting.History;

public sealed class DemandDaysTests
{
    [Fact]
    public void Of_OneHourOfADeployment_IsNotTheDay()
    {
        var day = Assert.Single(DemandDays.Of(Enumerable.Range(0, 24).Select(h => Hour(h, h == 5 ? 500 : 100)), Midnight.AddDays(1)));

        Assert.Equal(100, day.Reading.Allocated.Cpus!.Value, 6);
        Assert.Equal((DemandStep.Day, 24), (day.Step, day.Looks));
    }

    [Fact]
    public void Of_BusyHours_AreTheDay()
    {
        var day = Assert.Single(DemandDays.Of(Enumerable.Range(0, 24).Select(h => Hour(h, h is >= 9 and < 17 ? 200 : 80)), Midnight.AddDays(1)));

        Assert.Equal(200, day.Reading.Allocated.Cpus);
    }

    [Fact]
    public void Of_DayThatIsNotOver_OrHardlySeen_IsAGap() => Assert.Empty(DemandDays.Of(
        [.. Enumerable.Range(0, DemandDays.FewestHours - 1).Select(h => Hour(h, 100)), .. Enumerable.Range(24, 20).Select(h => Hour(h, 100))],
        Midnight.AddHours(44)));

    [Fact]
    public void Of_FigureOfFewHours_IsNotKnown()
    {
        var day = Assert.Single(DemandDays.Of(Enumerable.Range(0, 24).Select(h => Hour(h, h < 5 ? 100 : null)), Midnight.AddDays(1)));

        Assert.Null(day.Reading.Allocated.Cpus);
    }

    [Fact]
    public void Of_SeveralCuts_AreKeptApart()
    {
        var days = DemandDays.Of(Enumerable.Range(0, 48).SelectMany(h => new[] { Hour(h, 1), Hour(h, 2, DemandCut.Zone("east")) }), Midnight.AddDays(2));

        Assert.Equal(4, days.Count);
        Assert.All(days, d => Assert.Equal(d.Reading.Cut.Level == CutLevel.Zone ? 2 : 1, d.Reading.Allocated.Cpus));
    }
}
