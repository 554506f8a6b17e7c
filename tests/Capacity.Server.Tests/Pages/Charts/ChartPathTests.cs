using Capacity.Server.Pages.Charts;

namespace Capacity.Server.Tests.Pages.Charts;

public sealed class ChartPathTests
{
    [Fact]
    public void Of_AGap_LiftsThePen() => Assert.Equal("M100 100L300 50M700 0L900 0", ChartPath.Of([0, 1, null, 2, 2], top: 2));

    [Fact]
    public void Of_AFigureBetweenGaps_IsADot() => Assert.Equal("M500 50h.01", ChartPath.Of([null, 1, null], top: 2));
}
