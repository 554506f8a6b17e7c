using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Tests.Planning.Forecasting.Seasons;

public sealed class ClassicalDecompositionTests
{
    private static readonly double[] Season = [0.5, 1.5, 1.2, 0.8];

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Factors_LevelTimesSeason_AreTheSeason(int period)
    {
        double[] season = [.. Season.Take(period)];
        var mean = season.Average();
        double[] values = [.. Enumerable.Range(0, 6 * period).Select(t => 50 * season[t % period])];

        var factors = ClassicalDecomposition.Factors(values, period);

        Assert.All(factors.Zip(season), f => Assert.Equal(f.Second / mean, f.First, 9));
    }
}
