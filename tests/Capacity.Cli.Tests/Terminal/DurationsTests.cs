using Capacity.Cli.Terminal;

namespace Capacity.Cli.Tests.Terminal;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("30s", 30)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    public void TryParse_NumberAndUnit_IsADuration(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Durations.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("-1s")]
    [InlineData("0s")]
    [InlineData("s")]
    [InlineData("1e9d")]
    [InlineData("9999999d")]
    public void TryParse_NoDuration_IsNull(string text) => Assert.Null(Durations.TryParse(text));
}
