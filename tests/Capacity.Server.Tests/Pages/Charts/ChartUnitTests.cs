using Capacity.Server.Pages.Charts;

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
    public void Ticks_OfAnything_ReachTheMostWithAFewLines() => Assert.All(
        from unit in (ChartUnit[])[ChartUnit.Cores, ChartUnit.Bytes, ChartUnit.Share, ChartUnit.Count]
        from power in Enumerable.Range(-60, 500)
        select (unit, Most: Math.Pow(1.1, power)),
        scale =>
        {
            var ticks = scale.unit.Ticks(scale.Most);
            Assert.InRange(ticks.Count, 3, 5);
            Assert.True(ticks[^1] >= scale.Most * (1 - 1e-6) && ticks[^2] < scale.Most, $"{scale.Most}: {ticks[^1]}");
        });
}
