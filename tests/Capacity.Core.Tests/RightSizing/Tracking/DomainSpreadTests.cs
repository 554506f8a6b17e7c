using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Core.Tests.RightSizing.Tracking;

public sealed class DomainSpreadTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(true, 2, true, 3, 3)]
    [InlineData(true, 4, true, 3, 4)]
    [InlineData(false, 8, true, 2, 2)]
    [InlineData(true, 2, false, 8, 2)]
    [InlineData(false, 3, false, 5, 5)]
    public void Steady_ZonesOrHostsLately_AreTheMostOfTheBetterKind(bool zonesNow, int now, bool zonesBefore, int before, int expected)
    {
        var app = Histories.App(12, domains: now) with { DomainsAreZones = zonesNow };

        var steady = DomainSpread.Steady(app, [new(app.Key, Today.AddDays(-1), zonesBefore, before)]);

        Assert.Equal((expected, zonesNow || zonesBefore), (steady.FailureDomains, steady.DomainsAreZones));
    }

    [Fact]
    public void Steady_NothingNoted_IsAsItIs() => Assert.Equal(2, DomainSpread.Steady(Histories.App(4, domains: 2), []).FailureDomains);

    [Fact]
    public void Steady_OutageOfAZone_MovesNoAdvice()
    {
        var days = Histories.Days(21, 6, (_, _, _, s) => s);
        var app = Histories.App(6, domains: 3);
        var before = Histories.Advise(app, days);
        DomainSpread[] lately = [DomainSpread.Of(app, Today)];

        var during = Histories.Advise(DomainSpread.Steady(app with { FailureDomains = 2 }, lately), days, previous: before);

        Assert.Equal((before.Count, before.Cpu!.Recommended), (during.Count, during.Cpu!.Recommended));
        Assert.NotEqual(before.Cpu.Recommended, Histories.Advise(app with { FailureDomains = 2 }, days).Cpu!.Recommended);
    }
}
