using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Reviewing;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Alerting.Reviewing;

public sealed class ReviewerTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_AWeek_CountsPagesByShiftAndNight()
    {
        var review = Review(
            Incident(10, paged: 0.5),
            Incident(11, paged: 0.5),
            Incident(12, paged: 0.5),
            Incident(23, paged: 1, acknowledged: 5),
            Incident(24 + 9, paged: null),
            Incident(-1, paged: 90),
            Incident(-30, paged: 1),
            Incident(7 * 24, paged: 1));

        Assert.Equal((5, 2, 1, 6), (review.Pages, review.NightPages, review.Tickets, review.Incidents.Count));
        var day = Assert.Single(review.Shifts, s => s.Turn is { Shift: "day", Day.Day: 9 });
        Assert.Equal((3, 0, true), (day.Pages, day.NightPages, day.IsTooMuch));
        var night = Assert.Single(review.Shifts, s => s.Turn is { Shift: "night", Day.Day: 9 });
        Assert.Equal((1, 1, false), (night.Pages, night.NightPages, night.IsTooMuch));
        Assert.Equal(1, Assert.Single(review.Shifts, s => s.Turn is { Shift: "day", Day.Day: 10 }).Tickets);
    }

    [Fact]
    public void Of_Times_AreSummedUpByTheNearestRank()
    {
        var review = Review([.. Enumerable.Range(1, 10).Select(i => Incident(i, paged: i, acknowledged: i == 10 ? 4 : null))]);

        Assert.Equal(new TimeSummary(10, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10)), review.TimeToPage);
        Assert.Equal(new TimeSummary(1, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(4)), review.TimeToAcknowledge);
        Assert.Null(Review().TimeToPage);
        Assert.Null(Review().Compression);
    }

    [Fact]
    public void Of_WokenForNothing_IsWhatWentAwayByItself()
    {
        var review = Review(
            Incident(1, paged: 1, over: 20) with { Id = "itself" },
            Incident(2, paged: 1, acknowledged: 3, over: 20) with { Id = "acted" },
            Incident(3, paged: null, over: 20) with { Id = "ticket" },
            Incident(4, paged: 1) with { Id = "open" });

        Assert.Equal("itself", Assert.Single(review.WithoutAction).Id);
        Assert.Equal(1, review.Shifts.Sum(s => s.WithoutAction));
    }

    [Fact]
    public void Of_Names_SaysWhatBecameOfEach()
    {
        var review = Reviewer.Of(
            [
                Incident(1, paged: 1, over: 9) with { Alerts = [new("NodeDown", Verdict.Paged, 1), new("NodeDown", Verdict.Attached, 2), new("AppDown", Verdict.Attached, 1)] },
                Incident(2, paged: null) with { Alerts = [new("DiskFull", Verdict.Ticket, 5)] },
            ],
            [new("NodeDown", Verdict.Held, 1)],
            ShiftPlan.Default,
            Monday,
            Monday.AddDays(7));

        Assert.Equal(
            [new("NodeDown", 4, 1, 1, 1, 0, 1), new("DiskFull", 5, 0, 0, 0, 1, 0), new("AppDown", 1, 0, 1, 0, 0, 0)],
            review.Names);
        Assert.Equal(0.9, review.Compression!.Value, 1e-9);
    }

    [Fact]
    public void Of_AnyWeek_LosesNoPage() =>
        Gen.Select(Gen.Int[-3000, 15000], Gen.Int[0, 300], Gen.Bool).List[0, 40].Holds(list =>
        {
            var review = Review([.. list.Select(l => Incident(l.Item1 / 60.0, l.Item3 ? l.Item2 : null))]);

            Assert.Equal(review.Pages, review.Shifts.Sum(s => s.Pages));
            Assert.Equal(review.NightPages, review.Shifts.Sum(s => s.NightPages));
            Assert.Equal(review.Pages, list.Count(l => l.Item3 && l.Item1 + l.Item2 is >= 0 and < 168 * 60));
        });

    private static Review Review(params ReviewedIncident[] incidents) => Reviewer.Of(incidents, [], ShiftPlan.Default, Monday, Monday.AddDays(7));

    /// <summary>Makes an incident that began some hours after Monday began; the other times are minutes after that, and after the page.</summary>
    private static ReviewedIncident Incident(double hours, double? paged, double? acknowledged = null, double? over = null)
    {
        var opened = Monday.AddHours(hours);
        var page = paged is double p ? opened.AddMinutes(p) : (DateTimeOffset?)null;
        return new()
        {
            Id = "i",
            Cause = "cause",
            OpenedAt = opened,
            PagedAt = page,
            AcknowledgedAt = acknowledged is double a ? page!.Value.AddMinutes(a) : null,
            ResolvedAt = over is double o ? opened.AddMinutes(o) : null,
        };
    }
}
