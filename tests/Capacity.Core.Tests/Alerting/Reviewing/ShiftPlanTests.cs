using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Core.Tests.Alerting.Reviewing;

public sealed class ShiftPlanTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Between_AWeek_HasEveryTurnOnce()
    {
        var turns = ShiftPlan.Default.Between(Monday, Monday.AddDays(7));

        Assert.Equal(15, turns.Count);
        Assert.Equal(("night", Monday.AddHours(-4), Monday.AddHours(8)), (turns[0].Shift, turns[0].From, turns[0].End));
        Assert.Equal(("night", Monday.AddDays(6).AddHours(20)), (turns[^1].Shift, turns[^1].From));
        Assert.All(turns.Zip(turns.Skip(1)), p => Assert.Equal(p.First.End, p.Second.From));
    }

    [Fact]
    public void Between_OnSomeDays_LeavesTheOthersOut()
    {
        var plan = ShiftPlan.Default with { Shifts = [new("office", new(9, 0), new(17, 0), [DayOfWeek.Monday, DayOfWeek.Friday])] };

        Assert.Equal([9, 13], plan.Between(Monday, Monday.AddDays(7)).Select(t => t.Day.Day));
    }

    [Fact]
    public void Between_TheClockGoesForward_TheNightIsAnHourShorter()
    {
        var plan = ShiftPlan.Default with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        var saturday = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);

        var night = Assert.Single(plan.Between(saturday, saturday.AddHours(12)), t => t.Shift == "night");

        Assert.Equal((new DateTimeOffset(2026, 3, 28, 19, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(11)), (night.From, night.End - night.From));
    }

    [Theory]
    [InlineData(21, 59, false)]
    [InlineData(22, 0, true)]
    [InlineData(3, 0, true)]
    [InlineData(7, 0, false)]
    public void IsNight_ByTheClockOnTheWall(int hour, int minute, bool expected)
    {
        var plan = ShiftPlan.Default with { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

        // New York is 4 hours behind UTC in this week.
        Assert.Equal(expected, plan.IsNight(Monday.AddHours(hour + 4).AddMinutes(minute)));
        Assert.Equal(expected, ShiftPlan.Default.IsNight(Monday.AddHours(hour).AddMinutes(minute)));
    }
}
