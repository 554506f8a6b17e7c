using System.Globalization;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Tests.Alerting.Paging.Routing;

public sealed class QuietHoursTests
{
    private static readonly HashSet<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Nights of working days, and whole weekends, in Berlin.</summary>
    private static readonly QuietHours Quiet = new(
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        [
            new(Weekdays, new(18, 0), new(8, 0)),
            new(new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday }, TimeOnly.MinValue, TimeOnly.MinValue),
            new(new HashSet<DayOfWeek> { DayOfWeek.Monday }, new(0, 0), new(8, 0)),
        ]);

    [Theory]
    [InlineData("2026-01-14 11:00", null)] // Wednesday, noon in Berlin
    [InlineData("2026-01-14 16:59", null)]
    [InlineData("2026-01-14 17:00", "2026-01-15 07:00")]
    [InlineData("2026-01-15 06:59", "2026-01-15 07:00")]
    [InlineData("2026-01-15 07:00", null)]
    [InlineData("2026-01-16 20:00", "2026-01-19 07:00")] // Friday evening to Monday morning
    [InlineData("2026-01-18 03:00", "2026-01-19 07:00")]
    [InlineData("2026-07-15 16:00", "2026-07-16 06:00")] // in summer an hour earlier in UTC
    [InlineData("2026-03-28 20:00", "2026-03-30 06:00")] // summer time begins that night
    [InlineData("2026-10-24 20:00", "2026-10-26 07:00")] // and ends that one
    public void EndOf_Time_IsTheEndOfAllThatIsQuietWithoutABreak(string time, string? end) => Assert.Equal(end is null ? null : Utc(end), Quiet.EndOf(Utc(time)));

    [Fact]
    public void EndOf_EndThatSummerTimeLeavesOut_IsTheEndOfTheMissingHour()
    {
        var quiet = new QuietHours(Quiet.Zone, [new(new HashSet<DayOfWeek> { DayOfWeek.Sunday }, new(1, 0), new(2, 30))]);

        Assert.Equal(Utc("2026-03-29 01:00"), quiet.EndOf(Utc("2026-03-29 00:30")));
    }

    [Fact]
    public void IsAlways_WholeWeek_IsSeen()
    {
        var always = Quiet with { Times = [new(Enum.GetValues<DayOfWeek>().ToHashSet(), TimeOnly.MinValue, TimeOnly.MinValue)] };

        Assert.True(always.IsAlways(Utc("2026-01-14 11:00")));
        Assert.False(Quiet.IsAlways(Utc("2026-01-14 11:00")));
        Assert.False(Quiet.IsAlways(Utc("2026-01-18 03:00")));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
