using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Observing;

namespace Capacity.Core.Tests.Alerting.Observing;

public sealed class RollingWatchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly RollingWatch watch = new("agent upgrade");
    private DateTimeOffset now = Noon;

    [Fact]
    public void Take_OneAwayBeforeAnyWasReplaced_IsNoChange() => Assert.Empty(See(away: ["a"]));

    [Fact]
    public void Take_OneAfterAnother_TakesTheNextFromWhenItWasLastSeen()
    {
        Assert.Equal("agent upgrade", Assert.IsType<ContextEvent.ChangeStarted>(Assert.Single(See(replaced: ["a"]))).Change);
        var taken = Assert.IsType<ContextEvent.TargetBegan>(Assert.Single(See(away: ["b"])));
        Assert.Equal(("b", now.AddSeconds(-15)), (taken.Host, taken.At));
        Assert.Empty(See(away: ["b"]));
        Assert.Equal("b", Assert.IsType<ContextEvent.TargetEnded>(Assert.Single(See(replaced: ["b"]))).Host);
    }

    [Fact]
    public void Take_TwoAwayTogether_ExcusesNeither()
    {
        See(replaced: ["a"]);

        Assert.Empty(See(away: ["b", "c"]));
    }

    [Fact]
    public void Take_NothingForHalfAnHour_IsOver()
    {
        See(replaced: ["a"]);
        now += TimeSpan.FromMinutes(31);

        Assert.IsType<ContextEvent.ChangeFinished>(Assert.Single(See()));
        Assert.Empty(See(away: ["b"]));
    }

    private IReadOnlyList<ContextEvent> See(string[]? away = null, string[]? replaced = null)
    {
        now += TimeSpan.FromSeconds(15);
        return [.. watch.Take(((string[])["a", "b", "c"]).Select(h => new RollingWatch.Part(h, away?.Contains(h) == true, replaced?.Contains(h) == true)), now.AddSeconds(-15), now)];
    }
}
