using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Core.Tests.Alerting.Paging.Delivering;

public sealed class CircuitBreakerTests
{
    private static readonly BreakerPolicy Policy = new() { Failures = 3, First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromSeconds(30) };
    private static readonly SendOutcome Failure = new SendOutcome.Failed("HTTP 500");

    private static DateTimeOffset Noon => Notices.Noon;

    [Fact]
    public void After_FailuresInARow_LeavesItAloneForLongerEachTime()
    {
        var breaker = Fail(2);
        Assert.True(breaker is { IsOpen: false, Failures: 2 } && breaker.Allows(Noon));

        Assert.Equal([10, 20, 30, 30], Enumerable.Range(3, 4).Select(n => (Fail(n).RestsUntil!.Value - Noon).TotalSeconds));
        Assert.False(Fail(3).Allows(Noon.AddSeconds(9.9)));
        Assert.True(Fail(3).Allows(Noon.AddSeconds(10)));
    }

    [Fact]
    public void After_OneSuccess_IsAsBefore()
    {
        var breaker = Fail(7).After(new SendOutcome.Taken(), Policy, Noon);

        Assert.True(breaker is { IsOpen: false, Failures: 0, RestsUntil: null, LastError: "HTTP 500" });
        Assert.False(Fail(7).After(new SendOutcome.Refused("HTTP 400"), Policy, Noon).IsOpen);
    }

    [Fact]
    public void After_AskedToWait_WaitsAndIsNotDown()
    {
        var breaker = CircuitBreaker.Closed.After(new SendOutcome.Failed("HTTP 429") { RetryAfter = TimeSpan.FromSeconds(40) }, Policy, Noon);

        Assert.True(breaker is { IsOpen: false, Failures: 0 });
        Assert.False(breaker.Allows(Noon.AddSeconds(39)));
        Assert.True(breaker.Allows(Noon.AddSeconds(40)));
    }

    private static CircuitBreaker Fail(int times) => Enumerable.Range(0, times).Aggregate(CircuitBreaker.Closed, (b, _) => b.After(Failure, Policy, Noon));
}
