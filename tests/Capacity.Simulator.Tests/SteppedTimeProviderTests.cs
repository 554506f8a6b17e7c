namespace Capacity.Simulator.Tests;

public sealed class SteppedTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly SteppedTimeProvider time = new(Start);

    [Fact]
    public void GetUtcNow_Advanced_HasMovedByTheStepAndNothingElse()
    {
        var before = time.GetTimestamp();

        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Start.AddMinutes(5), time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(5), time.GetElapsedTime(before));
    }

    [Fact]
    public void Advance_OverManyTimers_SetsThemOffInTheOrderAndAtTheTimeTheyAreDue()
    {
        List<(string Name, TimeSpan After)> fired = [];
        void GoOff(object? name) => fired.Add(((string)name!, time.GetUtcNow() - Start));
        using var every = time.CreateTimer(GoOff, "every two", TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        using var once = time.CreateTimer(GoOff, "once", TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);

        time.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal([("every two", TimeSpan.FromMinutes(2)), ("once", TimeSpan.FromMinutes(3)), ("every two", TimeSpan.FromMinutes(4))], fired);
    }

    [Fact]
    public void Advance_TimerChangedOrDisposed_KeepsToTheLastWord()
    {
        var fired = 0;
        using var later = time.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        Assert.True(later.Change(TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan));
        var gone = time.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        gone.Dispose();

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, fired);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, fired);
        Assert.False(gone.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task Delay_OnThisClock_EndsWhenItIsMoved()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);

        time.Advance(TimeSpan.FromMinutes(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Advance_Backwards_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => time.Advance(TimeSpan.FromSeconds(-1)));
}
