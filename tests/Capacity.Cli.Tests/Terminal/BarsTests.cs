using Capacity.Cli.Terminal;

namespace Capacity.Cli.Tests.Terminal;

public sealed class BarsTests
{
    [Theory]
    [InlineData(0.25, 0.5, "██▒▒····")]
    [InlineData(null, 0.5, "▒▒▒▒····")]
    [InlineData(0.001, 0.9, "█▒▒▒▒▒▒·")]
    [InlineData(2.0, 1.5, "████████")]
    [InlineData(0.0, 0.0, "········")]
    public void Draw_Ratios_AreCells(double? used, double allocated, string expected) => Assert.Equal(expected, Bars.Draw(used, allocated, 8));
}
