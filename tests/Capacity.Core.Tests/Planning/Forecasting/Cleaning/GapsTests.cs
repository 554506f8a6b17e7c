using Capacity.Core.Planning.Forecasting.Cleaning;

namespace Capacity.Core.Tests.Planning.Forecasting.Cleaning;

public sealed class GapsTests
{
    [Fact]
    public void Fill_MissingDays_KeepTheirWeekday()
    {
        double[] whole = [.. Enumerable.Range(0, 70).Select(d => 100.0 + (d % 7 == 6 ? -30 : 0))];
        double[] values = [.. whole.Select((v, t) => t is 40 or 41 or 42 ? double.NaN : v)];

        Assert.Equal(whole, Gaps.Fill(values, 7));
    }

    [Fact]
    public void Fill_EndsAndLines_AreDrawnOn() => Assert.Equal([2, 2, 3, 4, 4], Gaps.Fill([double.NaN, 2, double.NaN, 4, double.NaN], 1));
}
