using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Tests.Planning.Forecasting.Seasons;

public sealed class SeasonalityTestTests
{
    [Fact]
    public void Passes_OnlyWhatHasASeason_Does()
    {
        var random = new Random(1);
        double[] noise = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())];

        Assert.True(SeasonalityTest.Passes([.. noise.Select((v, t) => v + (t % 7 == 0 ? 2 : 0))], 7));
        Assert.False(SeasonalityTest.Passes(noise, 7));
        Assert.False(SeasonalityTest.Passes([1, 2, 1, 2, 1], 2));
    }
}
