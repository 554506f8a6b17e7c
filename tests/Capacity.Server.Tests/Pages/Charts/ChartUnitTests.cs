using Capacity.Server.Pages.Charts;
using CsCheck;

namespace Capacity.Server.Tests.Pages.Charts;

public sealed class ChartUnitTests
{
    [Fact]
    public void Ticks_OfCores_AreRound() => Assert.Equal([0, 500, 1000, 1500, 2000], ChartUnit.Cores.Ticks(1788));

    [Fact]
    public void Ticks_OfBytes_ArePowersOfTwo() => Assert.Equal([0, 1L << 30, 2L << 30, 3L << 30], ChartUnit.Bytes.Ticks(2.9 * (1L << 30)));

    [Fact]
    public void Ticks_OfNothing_AreAScaleAllTheSame() => Assert.Equal(0, ChartUnit.Cores.Ticks(0)[0]);

    [Fact]
    public void Ticks_OfAnything_ReachTheMostWithAFewLines() => Gen.Double[1e-6, 1e15].Sample(most => Assert.All(
        new[] { ChartUnit.Cores, ChartUnit.Bytes, ChartUnit.Share, ChartUnit.Count },
        unit =>
        {
            var ticks = unit.Ticks(most);
            Assert.InRange(ticks.Count, 2, 6);
            Assert.True(ticks[^1] >= most * (1 - 1e-6) && ticks[^2] < most);
        }));
}
