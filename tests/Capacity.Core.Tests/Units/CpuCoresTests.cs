using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Units;

public sealed class CpuCoresTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 100_000_000)]
    [InlineData(2.5, 2_500_000_000)]
    [InlineData(1e-10, 0)]
    public void FromCores_Number_IsWholeBillionths(double cores, long nanoCores) => Assert.Equal(nanoCores, CpuCores.FromCores(cores).NanoCores);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e10)]
    public void FromCores_NoAmount_Throws(double cores) => Assert.Throws<ArgumentOutOfRangeException>(() => CpuCores.FromCores(cores));

    [Fact]
    public void Addition_ManyTenths_IsExact()
    {
        var sum = Enumerable.Range(0, 25_000).Aggregate(CpuCores.Zero, (total, _) => total + CpuCores.FromCores(0.1));

        Assert.Equal(2500, sum.Cores);
    }

    [Fact]
    public void LessOrZero_AnyTwo_GivesBackTheRestOrNothing() => Gen.Select(Gen.Double[0, 1000], Gen.Double[0, 1000]).Holds(input =>
    {
        var (a, b) = input;
        var (left, right) = (CpuCores.FromCores(a), CpuCores.FromCores(b));
        var rest = left.LessOrZero(right);
        Assert.Equal(left >= right ? left : right, rest + right);
    });

    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(24, "24")]
    [InlineData(1.23449, "1.234")]
    public void ToString_Cores_HasThreeDecimalsAtMost(double cores, string expected) => Assert.Equal(expected, CpuCores.FromCores(cores).ToString());
}
