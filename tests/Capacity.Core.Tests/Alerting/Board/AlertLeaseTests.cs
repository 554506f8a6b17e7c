using Capacity.Core.Alerting.Board;

namespace Capacity.Core.Tests.Alerting.Board;

/// <summary>Until when alerts fire on that are sent again more or less often.</summary>
public sealed class AlertLeaseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly AlertLease lease = new(TimeSpan.FromMinutes(5));
    private DateTimeOffset now = Noon;

    [Fact]
    public void Renew_FirstTime_IsTheShortest() => Assert.Equal(Noon.AddMinutes(5), lease.Renew(Noon));

    [Fact]
    public void Renew_AsOftenAsUsual_IsTheShortest() => Assert.All(Enumerable.Range(0, 40), _ => Assert.Equal(5, After(0.25)));

    [Fact]
    public void Renew_LessOften_IsFourTimesTheLongestGap()
    {
        After(0.25);
        After(12);

        Assert.Equal(48, After(0.25));
        Assert.Equal(80, After(20));
    }

    [Fact]
    public void Renew_OftenAgain_ForgetsTheLongGap()
    {
        After(60);
        Assert.Equal(240, After(60));

        double[] minutes = [.. Enumerable.Range(0, 16).Select(_ => After(0.25))];

        Assert.Equal((240, 5), (minutes[^2], minutes[^1]));
    }

    [Fact]
    public void Renew_ClockGoesBack_IsNoGap()
    {
        After(60);

        Assert.Equal(5, After(-30));
        Assert.Equal(5, After(0.25));
    }

    private double After(double minutes)
    {
        now += TimeSpan.FromMinutes(minutes);
        return (lease.Renew(now) - now).TotalMinutes;
    }
}
