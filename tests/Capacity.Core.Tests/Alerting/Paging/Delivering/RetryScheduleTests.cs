using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Alerting.Paging.Delivering;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Delay_AnyMessage_DoublesUpToTheLimitLessItsJitter() => Gen.Select(Gen.String[1, 20], Gen.Int[1, 200], Gen.Int).Holds(c =>
    {
        var (key, attempts, seed) = c;
        var schedule = RetrySchedule.Default with { Seed = seed };
        var whole = Math.Min(120, Math.Pow(2, attempts - 1));

        var delay = schedule.Delay(key, attempts).TotalSeconds;

        Assert.InRange(delay, whole / 2, whole);
        Assert.Equal(delay, schedule.Delay(key, attempts).TotalSeconds);
    });

    [Fact]
    public void Delay_ManyMessages_AreSpread()
    {
        var delays = Enumerable.Range(0, 1000).Select(i => RetrySchedule.Default.Delay($"i{i}-1-pager", 1).TotalSeconds).Order().ToList();

        Assert.InRange(delays.Average(), 0.72, 0.78);
        Assert.InRange(delays[100], 0.5, 0.58);
        Assert.InRange(delays[900], 0.92, 1);
    }
}
