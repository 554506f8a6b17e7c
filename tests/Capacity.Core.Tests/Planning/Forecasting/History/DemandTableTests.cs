using Capacity.Core.Planning.Forecasting.History;
using static Capacity.Core.Tests.Planning.Forecasting.History.Readings;

namespace Capacity.Core.Tests.Planning.Forecasting.History;

public sealed class DemandTableTests
{
    [Fact]
    public void Lay_DaysWithAGap_EndAtTheEnd()
    {
        var past = Assert.Single(DemandTable.Lay([Day(0, 1), Day(1, 2), Day(4, 5)], DemandStep.Day, Midnight.AddDays(6)));

        Assert.Equal([1, 2, double.NaN, double.NaN, 5, double.NaN], past.Values);
        Assert.Equal((Midnight.AddDays(6), 3, 5.0), (past.End, past.Known, past.Last));
        Assert.Equal(5, past.ByTime()[Midnight.AddDays(4)]);
    }

    [Fact]
    public void Lay_NothingEverDemanded_IsNoSeries() => Assert.Empty(DemandTable.Lay([Day(0, 0), Day(1, 0)], DemandStep.Day, Midnight.AddDays(2)));

    [Fact]
    public void Lay_LaterAndOtherPoints_AreLeftOut()
    {
        var past = Assert.Single(DemandTable.Lay([Day(0, 1), Day(1, 2), Day(2, 3), Hour(0, 9)], DemandStep.Day, Midnight.AddDays(2)));

        Assert.Equal([1, 2], past.Values);
    }
}
