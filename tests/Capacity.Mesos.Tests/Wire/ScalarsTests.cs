using Capacity.Core.Units;
using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Tests.Wire;

public sealed class ScalarsTests
{
    public static TheoryData<double?> NoFigures => [(double?)null, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300];

    [Theory]
    [MemberData(nameof(NoFigures))]
    public void To_NoFigure_IsUnknown(double? value)
    {
        Assert.Null(Scalars.ToCount(value));
        Assert.Null(Scalars.ToInt(value));
        Assert.Null(Scalars.ToBytes(value));
        Assert.Null(Scalars.ToSpan(value));
        Assert.Null(Scalars.ToTime(value));
        Assert.Equal(default, Scalars.ToVector(value, value, value, value));
    }

    [Fact]
    public void ToVector_LargestThatIsTakenOf10000Agents_CanBeAddedUp()
    {
        var total = Enumerable.Repeat(Scalars.ToVector(1e5, 1 << 26, 1 << 29, 1e5), 10_000).Sum(v => v);

        Assert.Equal((1e9, 10_000L << 46, 10_000L << 49), (total.Cpus.Cores, total.Memory.Bytes, total.Disk.Bytes));
    }

    [Fact]
    public void To_Figure_IsTaken()
    {
        Assert.Equal(7, Scalars.ToCount(7.9));
        Assert.Equal(int.MaxValue, Scalars.ToInt(int.MaxValue));
        Assert.Null(Scalars.ToInt(int.MaxValue + 1.0));
        Assert.Equal(TimeSpan.FromSeconds(1.5), Scalars.ToSpan(1.5));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMilliseconds(1500), Scalars.ToTime(1.5));
        Assert.Null(Scalars.ToTime(0));
        Assert.Null(Scalars.ToFigure(double.PositiveInfinity));
    }
}
