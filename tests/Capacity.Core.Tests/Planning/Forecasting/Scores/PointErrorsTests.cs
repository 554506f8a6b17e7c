using Capacity.Core.Planning.Forecasting.Scores;

namespace Capacity.Core.Tests.Planning.Forecasting.Scores;

public sealed class PointErrorsTests
{
    [Fact]
    public void NaiveScale_Season_IsTheMeanStepBetweenSeasons()
    {
        Assert.Equal(2, PointErrors.NaiveScale([1, 3, 5, 7], 1));
        Assert.Equal(4, PointErrors.NaiveScale([1, 3, 5, 7], 2));
        Assert.Equal(2, PointErrors.NaiveScale([1, double.NaN, 5, 7], 1));
    }

    [Theory]
    [InlineData(1, 5.0, 5.0, 5.0)]
    [InlineData(4, 1.0, 2.0, 3.0)]
    public void NaiveScale_NothingToMeasureBy_IsUnknown(int season, params double[] values) => Assert.Null(PointErrors.NaiveScale(values, season));

    [Fact]
    public void MaseAndSmape_ByHand()
    {
        Assert.Equal(1.5, PointErrors.Mase([10, 20], [12, 16], 2));
        Assert.Equal((200.0 * 2 / 22 + (200.0 * 4 / 36)) / 2, PointErrors.Smape([10, 20], [12, 16]), 12);
        Assert.Equal(0, PointErrors.Smape([0], [0]));
    }
}
