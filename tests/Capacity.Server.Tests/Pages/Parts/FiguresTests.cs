using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Tests.Pages.Parts;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("-00:00:01", "0 s")]
    [InlineData("00:00:59", "59 s")]
    [InlineData("00:59:59", "59 min")]
    [InlineData("02:00:30", "2 h")]
    [InlineData("02:05:00", "2 h 5 min")]
    [InlineData("45.00:59:00", "45 d")]
    [InlineData("1.23:00:00", "1 d 23 h")]
    public void Span_AnyLength_IsInItsTwoLargestUnits(string span, string text) =>
        Assert.Equal(text, Figures.Span(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0123, "1.2 %")]
    [InlineData(0.123, "12 %")]
    [InlineData(34.62, "3,462 %")]
    [InlineData(double.NaN, "–")]
    public void Percent_AnyRatio_HasTheDigitsThatMatter(double ratio, string text) => Assert.Equal(text, Figures.Percent(ratio));
}
