using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Risk;

namespace Capacity.Core.Tests.RightSizing.Risk;

public sealed class CurvesTests
{
    [Fact]
    public void OfCpu_OneWeekKnown_ExpectsARise()
    {
        var two = Histories.Summary(Histories.Days(14, 1, (_, _, _, s) => s with { CpuCores = 2 }));
        var aLittleMore = LogBuckets.IndexOf(2 * 1.06);

        Assert.InRange(Curves.OfCpu(two)![aLittleMore], 0, 0.03);
        Assert.InRange(Curves.OfCpu(two.Latest(1))![aLittleMore], 0.9, 1);
    }

    [Fact]
    public void OfMemory_BelowThePeak_IsHowOftenWeeksAreThatMuchBelowTheOneBefore()
    {
        // 40 apps alike: in one of four the week after was half as high again as the one before it, in the others a tenth lower.
        var growth = GrowthModel.Learn([.. Enumerable.Range(0, 40).Select(i => new GrowthSample(0, -1, 1, Math.Log(i % 4 == 0 ? 1.5 : 0.9)))]);
        var app = Histories.Summary(Histories.Days(14, 1, (day, _, _, s) => s with { MemoryBytes = (day < 7 ? 1000 : 400) << 20 }));
        var bold = Curves.OfMemory(app, growth, RiskTargets.Default with { MemoryMayBeBelowPeak = true })!;
        var standard = Curves.OfMemory(app, growth, RiskTargets.Default)!;

        Assert.Equal(1, At(bold, 300), 6);
        Assert.Equal(11.0 / 41, At(bold, 400), 6);
        Assert.Equal(1.0 / 41, At(bold, 700), 6);
        Assert.Equal((1.0, At(standard, 1500)), (At(standard, 900), At(bold, 1500)));
        Assert.InRange(LogBuckets.UpperEdge(bold.First), 200 << 20, 205 << 20);
        Assert.All(Enumerable.Range(bold.First, bold.Last - bold.First), i => Assert.True(bold[i + 1] <= bold[i]));

        static double At(RiskCurve curve, double mebibytes) => curve[LogBuckets.IndexOf(mebibytes * (1 << 20))];
    }
}
