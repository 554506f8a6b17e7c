using Capacity.Server.Pages.Charts;

namespace Capacity.Server.Tests.Pages.Charts;

public sealed class ChartRangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 34, 56, TimeSpan.Zero);

    [Fact]
    public void Until_AnyStretch_HasWholeBucketsThatHoldNow() => Assert.All(ChartRange.All, r =>
    {
        var range = ChartRange.Until(Now, r.Length, TimeSpan.FromMinutes(1));

        Assert.InRange(Now, range.StartOf(range.Count - 1), range.End);
        Assert.Equal(0, range.Start.UtcTicks % range.Step.Ticks);
        Assert.InRange(range.Count, 28, 181);
    });

    [Fact]
    public void Until_SlowCollection_HasBucketsForTwoLooks() =>
        Assert.Equal(TimeSpan.FromMinutes(10), ChartRange.Until(Now, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)).Step);

    [Fact]
    public void Named_NobodyKnows_IsTheUsual() => Assert.Equal(ChartRange.Usual, ChartRange.Named("3 weeks").Name);
}
