using Capacity.Core.Planning.Forecasting.Scores;

namespace Capacity.Core.Tests.Planning.Forecasting.Scores;

public sealed class IntervalErrorsTests
{
    [Fact]
    public void MsisAndCoverage_ByHand()
    {
        // Width 4 each; the second value lies 1 above, which costs 40.
        Assert.Equal((4 + 4 + 40) / 2.0 / 2, IntervalErrors.Msis([10, 23], [8, 18], [12, 22], 0.95, 2), 9);
        Assert.Equal(0.5, IntervalErrors.Coverage([10, 23], [8, 18], [12, 22]));
    }
}
