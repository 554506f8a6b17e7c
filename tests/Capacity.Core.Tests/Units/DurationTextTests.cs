using Capacity.Core.Units;

namespace Capacity.Core.Tests.Units;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("0s", 0)]
    [InlineData("30s", 30)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    public void TryParse_NumberAndUnit_IsADuration(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), DurationText.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("-1s")]
    [InlineData("s")]
    [InlineData("1e9d")]
    [InlineData("9999999d")]
    public void TryParse_NoDuration_IsNull(string text) => Assert.Null(DurationText.TryParse(text));

    [Theory]
    [InlineData("500ms")]
    [InlineData("90s")]
    [InlineData("5m")]
    [InlineData("36h")]
    [InlineData("2d")]
    public void Write_IsReadAgain(string text) => Assert.Equal(text, DurationText.Write(DurationText.TryParse(text)!.Value));

    [Theory]
    [InlineData("3651d", "'3651d' is longer than 3650d")]
    [InlineData("3 weeks", "'3 weeks' is no duration")]
    public void Fault_SaysWhetherItIsTooLong(string text, string expected)
    {
        Assert.NotNull(DurationText.TryParse(DurationText.Longest));
        Assert.Null(DurationText.TryParse(text));
        Assert.StartsWith(expected, DurationText.Fault(text), StringComparison.Ordinal);
    }
}
