using Microsoft.Extensions.Time.Testing;

namespace Capacity.Simulator.Tests;

public sealed class ScaledTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider inner = new(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(60, 60)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1)]
    public void GetUtcNow_AfterOneSecond_ShowsTheScaledTime(double speed, double expectedSeconds)
    {
        var time = new ScaledTimeProvider(inner, speed, Start);
        var before = time.GetTimestamp();

        inner.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Start.AddSeconds(expectedSeconds), time.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), time.GetElapsedTime(before));
    }

    [Fact]
    public void CreateTimer_DueInAMinuteAtSixtyfoldSpeed_FiresAfterASecond()
    {
        var time = new ScaledTimeProvider(inner, 60, Start);
        var fired = 0;
        using var timer = time.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));

        inner.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(0, fired);
        inner.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, fired);
        inner.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, fired);
        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        inner.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, fired);
    }

    [Fact]
    public async Task Delay_OnTheScaledClock_NeverEndsEarly()
    {
        var time = new ScaledTimeProvider(inner, 7, Start);
        var delay = Task.Delay(TimeSpan.FromSeconds(1), time, TestContext.Current.CancellationToken);
        for (var i = 0; i < 1000 && !delay.IsCompleted; i++)
        {
            inner.Advance(TimeSpan.FromMilliseconds(1));
        }

        await delay;
        Assert.InRange(time.GetUtcNow(), Start.AddSeconds(1), Start.AddSeconds(1.01));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_SpeedOutOfRange_Throws(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledTimeProvider(inner, speed, Start));
}
