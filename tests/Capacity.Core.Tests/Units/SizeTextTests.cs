using Capacity.Core.Units;

namespace Capacity.Core.Tests.Units;

public sealed class SizeTextTests
{
    [Theory]
    [InlineData("64MiB", 64L << 20)]
    [InlineData("1GiB", 1L << 30)]
    [InlineData("1000", 1000)]
    [InlineData("7B", 7)]
    public void TryParse_NumberAndUnit_IsAnAmount(string text, long bytes) => Assert.Equal(bytes, SizeText.TryParse(text)?.Bytes);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1GB")]
    [InlineData("much")]
    [InlineData("99999999GiB")]
    public void TryParse_NoAmount_IsNull(string? text) => Assert.Null(SizeText.TryParse(text));
}
