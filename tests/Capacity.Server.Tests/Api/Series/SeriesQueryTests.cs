using Capacity.Server.Api.Series;

namespace Capacity.Server.Tests.Api.Series;

public sealed class SeriesQueryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_Nothing_IsTheLastSixHoursInWholeMinutes()
    {
        var range = new SeriesQuery().Read(Noon).Range!;

        Assert.Equal((Noon.AddHours(-6), Noon, TimeSpan.FromMinutes(2)), (range.Start, range.End, range.Step));
    }

    [Theory]
    [InlineData("2026-02-24T11:58:31Z", null, "2026-02-24T11:00:00Z", "2026-03-10T12:00:00Z", 120)]
    [InlineData("2026-03-09T09:58:31Z", "2026-03-10T09:58:30Z", "2026-03-09T09:55:00Z", "2026-03-10T10:00:00Z", 5)]
    [InlineData("2026-03-10T09:58:31Z", "2026-03-10T11:58:30Z", "2026-03-10T09:58:31Z", "2026-03-10T11:58:30Z", 1)]
    [InlineData("2024-03-10T09:58:31Z", "2026-03-10T12:58:30+01:00", "2024-03-10T09:00:00Z", "2026-03-10T12:00:00Z", 4320)]
    public void Read_WithoutStep_IsAUsualOneThatSumsServe(string from, string? to, string start, string end, int minutes)
    {
        var range = new SeriesQuery { From = Time(from), To = Time(to) }.Read(Noon).Range!;

        Assert.Equal((Time(start), Time(end), TimeSpan.FromMinutes(minutes)), (range.Start, range.End, range.Step));
    }

    [Theory]
    [InlineData("90s", "09:58:31", "11:58:30")]
    [InlineData("15m", "09:55:00", "12:00:00")]
    [InlineData("1d", "09:00:00", "12:00:00")]
    public void Read_Step_MovesTheEndsOutwardsToWhatIsSummedUp(string step, string start, string end)
    {
        var range = new SeriesQuery { From = Time("2026-03-10T09:58:31Z"), To = Time("2026-03-10T11:58:30Z"), Step = step }.Read(Noon).Range!;

        Assert.Equal((Time($"2026-03-10T{start}Z"), Time($"2026-03-10T{end}Z")), (range.Start, range.End));
    }

    [Theory]
    [InlineData(null, null, "soon", null, "step: 'soon' is no duration")]
    [InlineData(null, null, "0s", null, "a second or longer")]
    [InlineData("2026-01-01T00:00:00Z", null, "1s", null, "more than")]
    [InlineData("2026-03-11T00:00:00Z", null, null, null, "from must be before to")]
    [InlineData(null, "0001-01-01T00:00:00Z", null, null, "nothing before it")]
    [InlineData(null, null, null, "xml", "neither json nor csv")]
    public void Read_Wrong_SaysWhat(string? from, string? to, string? step, string? format, string expected)
    {
        var query = new SeriesQuery { From = Time(from), To = Time(to), Step = step, Format = format };

        Assert.Contains(expected, query.Read(Noon).Fault, StringComparison.Ordinal);
    }

    private static DateTimeOffset? Time(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
