using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.BackTesting;
using Capacity.Core.Planning.Forecasting.Scores;

namespace Capacity.Core.Tests.Planning.Forecasting.BackTesting;

public sealed class ForecastBackTestTests
{
    private static readonly ForecastOptions TwoWeeks = new(14, 7);

    [Fact]
    public void Run_SeasonalNaive_IsScoredAsByHand()
    {
        var values = Demands.Weekly(100, 100, 0.2, 3, 1);

        var result = ForecastBackTest.Run([new("a", values)], TwoWeeks, 1, TestContext.Current.CancellationToken);

        double[] naive = [.. values[79..86], .. values[79..86]];
        var expected = PointErrors.Mase(values.AsSpan(86), naive, PointErrors.NaiveScale(values.AsSpan(0, 86), 7)!.Value);
        Assert.Equal(expected, result.Models.Single(m => m.Name == "seasonal-naive").Mase!.Value, 9);
        Assert.Equal(PointErrors.Smape(values.AsSpan(86), naive), result.Models.Single(m => m.Name == "seasonal-naive").Smape!.Value, 9);
    }

    [Fact]
    public void Run_HeldOutValues_AreSeenByNobody()
    {
        var values = Demands.Fleet(6, 120, 3);
        DemandSeries[] series = [.. values.Select((v, i) => new DemandSeries($"{i}", v))];
        DemandSeries[] otherEnd = [.. values.Select((v, i) => new DemandSeries($"{i}", [.. v[..106], .. v[106..].Select(x => 500 - x)]))];

        var weights = ForecastBackTest.Run(series, TwoWeeks, 1, TestContext.Current.CancellationToken).Weights;

        Assert.Equal(weights, ForecastBackTest.Run(otherEnd, TwoWeeks, 1, TestContext.Current.CancellationToken).Weights);
    }

    [Fact]
    public void Run_Fleet_BeatsTheNaive()
    {
        var result = ForecastBackTest.Run([.. Demands.Fleet(20, 150, 4).Select((v, i) => new DemandSeries($"{i}", v))], TwoWeeks, 2, TestContext.Current.CancellationToken);

        Assert.Equal(40, result.Windows);
        Assert.True(result.Chosen.Mase < 0.8 * result.Models.Single(m => m.Name == "seasonal-naive").Mase, $"{result.Chosen}");
        Assert.Equal(14, result.ErrorByHorizon.Count);
        Assert.Equal(1, result.Weights.Values.Sum(), 9);
    }

    [Fact]
    public void Run_ShortAndConstant_AreSkippedAndUnscaled()
    {
        var result = ForecastBackTest.Run([new("short", new double[20]), new("flat", [.. Enumerable.Repeat(5.0, 60)])], TwoWeeks, 1, TestContext.Current.CancellationToken);

        Assert.Equal(["short"], result.Skipped);
        Assert.Null(result.Chosen.Mase);
        Assert.Equal(0, result.Chosen.Smape!.Value, 6);
        Assert.Equal(1, result.Chosen.Coverage95);
    }
}
