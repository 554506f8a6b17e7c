using Capacity.Core.Planning.Forecasting.Limits;

namespace Capacity.Core.Tests.Planning.Forecasting.Limits;

public sealed class RunOutLevelsTests
{
    private const RunOutLevel None = RunOutLevel.None, Warning = RunOutLevel.Warning, Critical = RunOutLevel.Critical;

    // A lead time of 40 days.
    [Theory]
    [InlineData(None, null, null, None)]
    [InlineData(None, 50, 90, None)]
    [InlineData(None, 50, 79, Warning)]
    [InlineData(None, 39, null, Warning)]
    [InlineData(None, 10, 40, Critical)]
    [InlineData(Warning, 45, 95, Warning)]
    [InlineData(Warning, 51, 101, None)]
    [InlineData(Critical, 10, 45, Critical)]
    [InlineData(Critical, 10, 51, Warning)]
    [InlineData(Critical, null, null, None)]
    [InlineData(Warning, 0, 0, Critical)]
    public void Decide_Dates_BeginsAtTheBoundAndEndsBeyondIt(RunOutLevel before, int? p10, int? p50, RunOutLevel expected) =>
        Assert.Equal(expected, RunOutLevels.Decide(before, Days(p10), Days(p50), TimeSpan.FromDays(40)));

    [Fact]
    public void Decide_DatesThatWaver_ChangeNothingMoreThanOnce()
    {
        var level = None;
        var changes = 0;
        for (var day = 0; day < 60; day++)
        {
            var next = RunOutLevels.Decide(level, TimeSpan.FromDays(60), TimeSpan.FromDays(80 + (day % 2 == 0 ? -6 : 6)), TimeSpan.FromDays(40));
            changes += next == level ? 0 : 1;
            level = next;
        }

        Assert.Equal((Warning, 1), (level, changes));
    }

    private static TimeSpan? Days(int? days) => days is int d ? TimeSpan.FromDays(d) : null;
}
