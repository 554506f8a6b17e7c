using Capacity.Core.Alerting.Board;

namespace Capacity.Core.Tests.Alerting.Board;

/// <summary>Senders whose clocks are wrong, and messages that come late, twice and in any order.</summary>
public sealed class LivenessTests
{
    /// <summary>The time from an evaluation to the end that Prometheus gives.</summary>
    private const double Horizon = 240;

    [Theory]
    [InlineData(-600)]
    [InlineData(-3600)]
    public void Arrive_SlowClock_FiresOnceItIsSentAgainAndEndsWhenItsSenderSays(double skew)
    {
        var clock = new BoardClock();
        clock.Arrive(0, skew, skew + Horizon);
        Assert.Empty(clock.Changes);

        for (var now = 60; now <= 600; now += 60)
        {
            clock.Arrive(now + (now % 120 / 60), skew, now + skew + Horizon);
            Assert.Equal([now == 60 ? AlertChangeKind.Fired : AlertChangeKind.Refreshed], clock.Changes);
            clock.Pass(now + 30);
            Assert.Empty(clock.Changes);
            Assert.True(clock.Alert.IsListed(BoardClock.At(now + 30)));
        }

        clock.Arrive(660, skew, 650 + skew);
        Assert.Equal([AlertChangeKind.Resolved], clock.Changes);
    }

    [Fact]
    public void Pass_SlowClockFallsSilent_TimesOut()
    {
        var clock = new BoardClock();
        clock.Arrive(0, -600, -360);
        clock.Arrive(60, -600, -300);

        clock.Pass(359);
        Assert.Empty(clock.Changes);
        clock.Pass(360);
        Assert.Equal([AlertChangeKind.TimedOut], clock.Changes);
    }

    [Fact]
    public void Arrive_EndOfSomethingNeverSeen_NeverFires()
    {
        var clock = new BoardClock();
        for (var now = 0; now < 900; now += 60)
        {
            clock.Arrive(now, -300, -10);
            Assert.Empty(clock.Changes);
        }

        Assert.False(clock.Alert.IsListed(BoardClock.At(900)));
    }

    [Fact]
    public void Arrive_EndAfterALongSilence_DoesNotFireAgain()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 0, Horizon);
        clock.Pass(300);
        clock.Arrive(900, 0, 890);

        Assert.Empty(clock.Changes);
        clock.Arrive(960, 0, 890);
        Assert.Empty(clock.Changes);
    }

    [Fact]
    public void Arrive_FastClock_FiresAtOnceAndEndsInTheEnd()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 420, 420 + Horizon);
        Assert.Equal([AlertChangeKind.Fired], clock.Changes);
        clock.Arrive(60, 420, 480 + Horizon);
        clock.Arrive(120, 420, 530);

        clock.Pass(719);
        Assert.Empty(clock.Changes);
        clock.Pass(720);
        Assert.Equal([AlertChangeKind.TimedOut], clock.Changes);
    }

    [Fact]
    public void Arrive_CopyThatWasUnderWayAtTheEnd_DoesNotFireAgain()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 0, Horizon);
        clock.Arrive(60, 0, 60 + Horizon);
        clock.Arrive(120, 0, 110);
        clock.Arrive(150, 0, 60 + Horizon);
        Assert.Empty(clock.Changes);

        clock.Arrive(180, 0, 180 + Horizon);
        Assert.Equal([AlertChangeKind.Fired], clock.Changes);
    }

    [Fact]
    public void Arrive_OneOfTwoReplicasSaysItEnded_FiresUntilTheOtherSaysSo()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 0, Horizon);
        clock.Arrive(20, 5, 15 + Horizon);
        clock.Arrive(60, 0, 55);
        Assert.Equal([AlertChangeKind.Refreshed], clock.Changes);
        clock.Arrive(80, 5, 75 + Horizon);
        Assert.Equal([AlertChangeKind.Refreshed], clock.Changes);

        clock.Arrive(140, 5, 135);
        Assert.Equal([AlertChangeKind.Resolved], clock.Changes);
        clock.Arrive(150, 5, 75 + Horizon);
        Assert.Empty(clock.Changes);
    }

    [Theory]
    [InlineData(0.0, null)]
    [InlineData(null, 0.0)]
    public void Arrive_EndWithAnotherIdeaOfTheBeginning_IsMeantForIt(double? fires, double? ends)
    {
        var clock = new BoardClock();
        clock.Arrive(0, fires, null);

        clock.Arrive(60, ends, 60);

        Assert.Equal([AlertChangeKind.Resolved], clock.Changes);
    }
}
