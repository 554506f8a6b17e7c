using Capacity.Core.Planning.Forecasting;

namespace Capacity.Core.Tests.Planning.Forecasting;

public sealed class SeriesGridTests
{
    [Fact]
    public void Lay_AnyOrderGapsAndDoubles_AreEvenSteps()
    {
        var series = SeriesGrid.Lay("a", [(30, 4), (0, 1), (10, 2), (10, 3), (50, 6), (60, 7), (70, 8)]);

        Assert.Equal([1, 3, double.NaN, 4, double.NaN, 6, 7, 8], series!.Values);
    }

    [Fact]
    public void Lay_Months_AreEven()
    {
        var months = Enumerable.Range(0, 24).Select(m => (new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(m).ToUnixTimeSeconds() / 1.0, (double)m));

        Assert.Equal(Enumerable.Range(0, 24).Select(m => (double)m), SeriesGrid.Lay("a", months)!.Values);
    }

    [Fact]
    public void Lay_HardlyAnyPoints_IsNoSeries() => Assert.Null(SeriesGrid.Lay("a", [(0, 1), (1, 2), (2, 3), (1e9, 4)]));
}
