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
