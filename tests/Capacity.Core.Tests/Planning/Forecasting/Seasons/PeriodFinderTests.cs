using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Tests.Planning.Forecasting.Seasons;

public sealed class PeriodFinderTests
{
    [Fact]
    public void Find_HoursOfDaysAndWeeks_HasBoth()
    {
        double[] values = [.. Enumerable.Range(0, 24 * 35).Select(t => 100 + (20 * Math.Sin(t % 24 / 24.0 * 2 * Math.PI)) + (t / 24 % 7 >= 5 ? -30 : 0))];

        Assert.Equal([24, 168], PeriodFinder.Find(values, 24));
    }

    [Fact]
    public void Find_WeeksOfYearsWithoutAWord_HasTheYear()
    {
        double[] values = [.. Enumerable.Range(0, 260).Select(t => 100 + (20 * Math.Sin(t / 52.0 * 2 * Math.PI)))];

        Assert.Equal([52], PeriodFinder.Find(values, 1));
    }
}
