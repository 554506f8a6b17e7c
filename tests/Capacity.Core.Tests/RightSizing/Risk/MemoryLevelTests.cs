using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Summaries;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.RightSizing.Risk;

public sealed class MemoryLevelTests
{
    private const long Gibibyte = 1 << 30;

    [Fact]
    public void Of_MadeSmallerAndContent_IsTheLimitOfToday() => Assert.Equal(2 * Gibibyte, MemoryLevel.Of(MadeSmaller(daysSince: 3)));

    [Fact]
    public void Of_MadeSmallerYesterday_IsTheHighest() => Assert.Equal(10 * Gibibyte, MemoryLevel.Of(MadeSmaller(daysSince: 2)));

    [Fact]
    public void Of_MadeSmallerAndKilledSince_IsTheHighest() => Assert.Equal(10 * Gibibyte, MemoryLevel.Of(MadeSmaller(daysSince: 3, killsSince: 1)));

    [Fact]
    public void Of_MadeLarger_IsTheHighest()
    {
        var summary = Histories.Summary(Histories.Days(14, 1, (day, _, _, s) => s with { Memory = MemorySize.FromMebibytes(day < 10 ? 1024 : 4096), MemoryBytes = (day < 10 ? 1 : 3) * Gibibyte }));

        Assert.Equal(3 * Gibibyte, MemoryLevel.Of(summary));
    }

    private static UsageSummary MadeSmaller(int daysSince, int killsSince = 0) => Histories.Summary(Histories.Days(14, 1, (day, i, _, s) => day < 14 - daysSince
        ? s with { Memory = MemorySize.FromMebibytes(12_288), MemoryBytes = 10 * Gibibyte }
        : s with { Memory = MemorySize.FromMebibytes(2048), MemoryBytes = Gibibyte / 2, MemoryKills = i == 0 ? killsSince : 0 }));
}
