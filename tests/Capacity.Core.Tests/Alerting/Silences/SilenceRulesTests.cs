using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Core.Tests.Alerting.Silences;

public sealed class SilenceRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid NewId = new("11111111-1111-4111-8111-111111111111");
    private static readonly Guid OldId = new("22222222-2222-4222-8222-222222222222");

    [Fact]
    public void Put_StartInThePast_BeginsNow()
    {
        var made = Assert.Single(Done(Put(Draft(start: -60, end: 60), null)).Changed);

        Assert.Equal((NewId, Noon, Noon.AddMinutes(60), Noon), (made.Id, made.StartsAt, made.EndsAt, made.UpdatedAt));
    }

    [Fact]
    public void Put_ActiveOneGetsAnotherEnd_KeepsItsName()
    {
        var done = Done(Put(Draft(start: -10, end: 120, id: OldId), Silence(-10, 60)));

        var changed = Assert.Single(done.Changed);
        Assert.Equal((OldId, OldId, Noon.AddMinutes(-10), Noon.AddMinutes(120)), (done.Id, changed.Id, changed.StartsAt, changed.EndsAt));
    }

    [Fact]
    public void Put_ActiveOneGetsOtherMatchers_IsOverAndANewOneBegins()
    {
        var done = Done(Put(Draft(start: -10, end: 60, id: OldId, zone: "b"), Silence(-10, 60)));

        Assert.Equal(NewId, done.Id);
        Assert.Equal([(OldId, Noon), (NewId, Noon.AddMinutes(60))], done.Changed.Select(s => (s.Id, s.EndsAt)));
    }

    [Fact]
    public void Put_ActiveOneGetsAnotherStart_IsANewOne() =>
        Assert.Equal(NewId, Done(Put(Draft(start: -9, end: 60, id: OldId), Silence(-10, 60))).Id);

    [Theory]
    [InlineData(20, true)]
    [InlineData(-1, false)]
    public void Put_PendingOne_KeepsItsNameUnlessItWouldHaveBegun(double start, bool same)
    {
        var done = Done(Put(Draft(start, end: 60, id: OldId), Silence(10, 60)));

        Assert.Equal(same ? OldId : NewId, done.Id);
        Assert.Equal(same ? 1 : 2, done.Changed.Count);
    }

    [Fact]
    public void Put_ExpiredOne_IsANewOneAndThePastStays() =>
        Assert.Equal(NewId, Assert.Single(Done(Put(Draft(start: -60, end: 60, id: OldId), Silence(-60, -10))).Changed).Id);

    [Fact]
    public void Put_UnknownName_IsUnknown() => Assert.IsType<SilenceOutcome.Unknown>(Put(Draft(start: 0, end: 60, id: OldId), null));

    [Theory]
    [InlineData(-60, -10, "a", "Failed to create silence: end time can't be in the past")]
    [InlineData(60, 10, "a", "Failed to create silence: start time must be before end time")]
    [InlineData(10, 10, "a", "Failed to create silence: start time must be before end time")]
    [InlineData(0, 60, "", "invalid silence: at least one matcher must not match the empty string")]
    public void Put_Wrong_IsRefused(double start, double end, string zone, string reason) =>
        Assert.Equal(reason, Assert.IsType<SilenceOutcome.Refused>(Put(Draft(start, end, zone: zone), null)).Reason);

    [Fact]
    public void Put_TooManyOrTooLong_IsRefused()
    {
        var limits = SilenceLimits.Default with { MostSilences = 3, LongestText = 100 };

        var tooMany = SilenceRules.Put(Draft(0, 60), null, 3, limits, NewId, Noon);
        var tooLong = SilenceRules.Put(Draft(0, 60) with { Comment = new string('x', 200) }, null, 0, limits, NewId, Noon);

        Assert.Contains("exceeded maximum number of silences: 3", Assert.IsType<SilenceOutcome.Refused>(tooMany).Reason, StringComparison.Ordinal);
        Assert.Contains("silence exceeded maximum size", Assert.IsType<SilenceOutcome.Refused>(tooLong).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Expire_EachState_IsOverNow()
    {
        var active = Assert.Single(Done(SilenceRules.Expire(Silence(-10, 60), Noon)).Changed);
        var pending = Assert.Single(Done(SilenceRules.Expire(Silence(10, 60), Noon)).Changed);

        Assert.Equal((Noon.AddMinutes(-10), Noon), (active.StartsAt, active.EndsAt));
        Assert.Equal((Noon, Noon), (pending.StartsAt, pending.EndsAt));
        Assert.Empty(Done(SilenceRules.Expire(Silence(-60, -10), Noon)).Changed);
        Assert.IsType<SilenceOutcome.Unknown>(SilenceRules.Expire(null, Noon));
    }

    [Fact]
    public void Order_OfLists_IsActivePendingExpired()
    {
        Silence[] silences = [Silence(-60, -30), Silence(20, 60), Silence(-10, 30), Silence(-60, -10), Silence(10, 90), Silence(-10, 20)];

        Assert.Equal([20, 30, 90, 60, -10, -30], SilenceOrder.Of(silences, Noon).Select(s => (s.EndsAt - Noon).TotalMinutes));
    }

    [Fact]
    public void At_AMoment_AreThoseThatHoldThen()
    {
        var book = new SilenceBook();
        book.Put([Silence(-10, 60), Silence(10, 60) with { Id = NewId }]);
        var labels = LabelSet.Create([new("zone", "a")]);

        Assert.Equal([OldId], book.At(Noon).Of(labels).Select(s => s.Id));
        Assert.Equal(2, book.At(Noon.AddMinutes(60)).Of(labels).Count);
        Assert.Empty(book.At(Noon.AddMinutes(61)).Of(labels));
        Assert.Empty(book.At(Noon).Of(LabelSet.Create([new("zone", "b")])));
        Assert.Equal(2, book.DropEndedBefore(Noon.AddMinutes(61)));
    }

    private static SilenceOutcome Put(SilenceDraft draft, Silence? before) => SilenceRules.Put(draft, before, 0, SilenceLimits.Default, NewId, Noon);

    private static SilenceOutcome.Done Done(SilenceOutcome outcome) => Assert.IsType<SilenceOutcome.Done>(outcome);

    private static SilenceDraft Draft(double start, double end, Guid? id = null, string zone = "a") =>
        new(id, [Matcher.Create("zone", MatchOperator.Equal, zone)], Noon.AddMinutes(start), Noon.AddMinutes(end), "me", "why");

    private static Silence Silence(double start, double end) => new()
    {
        Id = OldId,
        Matchers = [Matcher.Create("zone", MatchOperator.Equal, "a")],
        StartsAt = Noon.AddMinutes(start),
        EndsAt = Noon.AddMinutes(end),
        UpdatedAt = Noon.AddMinutes(-60),
        CreatedBy = "me",
        Comment = "why",
    };
}
