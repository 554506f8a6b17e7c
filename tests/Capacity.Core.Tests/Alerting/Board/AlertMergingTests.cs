using Capacity.Core.Alerting.Board;

namespace Capacity.Core.Tests.Alerting.Board;

/// <summary>Beginning and end, as Alertmanager would list them.</summary>
public sealed class AlertMergingTests
{
    /// <remarks>The second alert arrives at 100. Where two activations overlap they are one; otherwise the second stands.</remarks>
    [Theory]
    [InlineData(0, 200, 50, 300, 0, 300)]
    [InlineData(0, 200, 50, 150, 0, 200)]
    [InlineData(0, 200, 50, 90, 0, 90)]
    [InlineData(0, 80, 20, 60, 0, 80)]
    [InlineData(0, 80, 20, 90, 0, 90)]
    [InlineData(0, 50, 60, 200, 60, 200)]
    [InlineData(50, 200, 0, 150, 0, 200)]
    [InlineData(0, 200, 0, 300, 0, 300)]
    [InlineData(0, 300, 250, 400, 0, 400)]
    public void Take_TwoActivations_AreMergedWhereTheyOverlap(double start1, double end1, double start2, double end2, double start, double end)
    {
        var clock = new BoardClock();
        clock.Arrive(10, start1, end1);
        clock.Arrive(100, start2, end2);

        Assert.Equal((start, end), clock.Times);
    }

    [Theory]
    [InlineData(null, null, 10, 310)]
    [InlineData(5.0, null, 5, 310)]
    [InlineData(null, 60.0, 60, 60)]
    [InlineData(400.0, null, 400, 700)]
    public void Take_TimesAreMissing_AreAssumed(double? startsAt, double? endsAt, double start, double end)
    {
        var clock = new BoardClock();
        clock.Arrive(10, startsAt, endsAt);

        Assert.Equal((start, end), clock.Times);
    }

    [Fact]
    public void Take_TimeoutThenAnEnd_TheEndCounts()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 0, null);
        clock.Arrive(10, 5, 100);

        Assert.Equal((0, 100), clock.Times);
    }

    [Fact]
    public void Take_SentAgainWithoutTimes_KeepsItsBeginning()
    {
        var clock = new BoardClock();
        clock.Arrive(0, null, null);
        clock.Arrive(60, null, null);

        Assert.Equal((0, 360), clock.Times);
        Assert.Equal([AlertChangeKind.Refreshed], clock.Changes);
    }

    [Fact]
    public void Take_SentAgain_NewestWordsCount()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 0, 300, "5 %");
        clock.Arrive(60, 0, 360, "7 %");

        Assert.Equal("7 %", clock.Alert.Annotations[0].Value);
        Assert.Equal((BoardClock.At(60), BoardClock.At(0)), (clock.Alert.ArrivedAt, clock.Alert.FirstArrivedAt));
    }
}
