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
}
