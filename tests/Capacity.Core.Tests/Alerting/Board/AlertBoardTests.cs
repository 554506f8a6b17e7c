using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Core.Tests.Alerting.Board;

public sealed class AlertBoardTests
{
    [Fact]
    public void Take_FiresIsSentAgainAndEnds_SaysSoAndKeepsWhatChanged()
    {
        var clock = new BoardClock();

        Assert.Single(clock.Arrive(0, 0, 240).ToKeep);
        Assert.Equal([AlertChangeKind.Fired], clock.Changes);
        Assert.Empty(clock.Arrive(60, 0, 300).ToKeep);
        Assert.Equal([AlertChangeKind.Refreshed], clock.Changes);
        Assert.Single(clock.Arrive(120, 0, 110).ToKeep);
        Assert.Equal([AlertChangeKind.Resolved], clock.Changes);
        Assert.Empty(clock.Arrive(180, 0, 110).ToKeep);
        Assert.Empty(clock.Changes);
    }

    [Fact]
    public void Pass_NotSentAgain_TimesOutAndIsForgottenLater()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 0, null);

        clock.Pass(299);
        Assert.Empty(clock.Changes);
        clock.Pass(300);
        Assert.Equal([AlertChangeKind.TimedOut], clock.Changes);
        clock.Pass(2100);
        Assert.False(clock.Alert.IsFiring);
        clock.Pass(2101);
        Assert.Empty(clock.Board.All);
    }

    [Fact]
    public void Take_NoRoom_IsRefusedAndKnownOnesAreTaken()
    {
        var clock = new BoardClock(BoardLimits.Default with { MostOfASender = 1 });
        clock.Arrive(0, 0, null, sender: "a");

        Assert.Equal(1, clock.Board.Take([Other("b1")], "a", BoardClock.At(1)).Refused);
        Assert.Equal(0, clock.Board.Take([Other("b1")], "b", BoardClock.At(1)).Refused);
        Assert.Equal(0, clock.Arrive(60, 0, null, sender: "b").Refused);
        clock.Pass(10_000);
        clock.Pass(20_000);
        Assert.Equal(0, clock.Board.Take([Other("b2")], "a", BoardClock.At(20_000)).Refused);
    }

    [Fact]
    public void Silence_BeginsAndEnds_SaysSoOnce()
    {
        var clock = new BoardClock();
        clock.Arrive(0, 0, 1000);
        var silence = Silence("a.*");

        Assert.Equal(AlertChangeKind.Silenced, Assert.Single(clock.Board.Silence(new([silence]), BoardClock.At(1))).Kind);
        Assert.Empty(clock.Board.Silence(new([silence]), BoardClock.At(2)));
        Assert.Equal([silence], clock.Alert.SilencedBy);
        clock.Arrive(60, 0, 1100);
        Assert.Equal([silence], clock.Alert.SilencedBy);
        Assert.Equal(AlertChangeKind.Unsilenced, Assert.Single(clock.Board.Silence(ActiveSilences.None, BoardClock.At(70))).Kind);
        Assert.Empty(clock.Alert.SilencedBy);
    }

    [Fact]
    public void Take_NewAlertUnderASilence_IsSilencedAtOnce()
    {
        var clock = new BoardClock();
        clock.Board.Silence(new([Silence("a1")]), BoardClock.At(0));

        Assert.True(clock.Arrive(1, 0, null).Changes.Single().Alert.IsSilenced);
        Assert.Equal(new BoardCounts(1, 1, 1), clock.Board.Count(BoardClock.At(2)));
    }

    [Fact]
    public void Restore_FiredBefore_WaitsUntilItCouldBeSentAgain()
    {
        var before = new BoardClock();
        before.Arrive(0, 0, 240);
        var clock = new BoardClock();

        clock.Board.Restore(before.Board.All, BoardClock.At(1000));
        clock.Pass(1299);
        Assert.Empty(clock.Changes);
        clock.Arrive(1030, 0, 1270);
        Assert.Equal([AlertChangeKind.Refreshed], clock.Changes);
        Assert.Equal(BoardClock.At(0), clock.Alert.FirstArrivedAt);
        clock.Pass(1300);
        Assert.Equal([AlertChangeKind.TimedOut], clock.Changes);
    }

    [Fact]
    public void Restore_FiredBeforeAndEndsAtOnce_Ends()
    {
        var before = new BoardClock();
        before.Arrive(0, 0, 240);
        var clock = new BoardClock();
        clock.Board.Restore(before.Board.All, BoardClock.At(1000));

        clock.Arrive(1030, 0, 900);

        Assert.Equal([AlertChangeKind.Resolved], clock.Changes);
    }

    private static PostedAlert Other(string host) => new(LabelSet.Create([new("host", host)]), AnnotationSet.Empty, "", BoardClock.At(0), null);

    private static Silence Silence(string host) => new()
    {
        Id = Guid.Empty,
        Matchers = [Matcher.Create("host", MatchOperator.Matches, host)],
        StartsAt = BoardClock.At(0),
        EndsAt = BoardClock.At(70),
        UpdatedAt = BoardClock.At(0),
        CreatedBy = "me",
        Comment = "",
    };
}
