using Capacity.Server.Pages.Charts;

namespace Capacity.Server.Tests.Pages.Charts;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(3.8, 64.0, 3.8, true)]
    [InlineData(3.8, 8.0, 8.0, false)]
    [InlineData(3.8, 1.0, 3.8, false)]
    [InlineData(0.0, 64.0, 64.0, false)]
    [InlineData(0.0, 0.0, 1.0, false)]
    public void Top_LimitFarAboveEverythingElse_IsLeftOut(double used, double limit, double top, bool isAbove)
    {
        ChartLine limits = new("limit", "limit", [null, limit]);

        Assert.Equal(top, ChartScale.Top([new("used", "used", [used, null]), limits]));
        Assert.Equal(isAbove, ChartScale.IsAbove(limits, top));
    }

    [Fact]
    public void Top_NothingKnown_IsOne() => Assert.Equal(1, ChartScale.Top([new("used", "used", [null])]));
}
