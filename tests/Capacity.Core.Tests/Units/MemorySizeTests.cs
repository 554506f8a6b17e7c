using Capacity.Core.Units;

namespace Capacity.Core.Tests.Units;

public sealed class MemorySizeTests
{
    [Fact]
    public void FromMebibytes_MesosMegabyte_IsTwoToTheTwenty() => Assert.Equal(134_217_728, MemorySize.FromMebibytes(128).Bytes);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e13)]
    public void FromMebibytes_NoAmount_Throws(double mebibytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MemorySize.FromMebibytes(mebibytes));

    [Fact]
    public void FromBytes_Negative_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => MemorySize.FromBytes(-1));

    [Fact]
    public void Addition_BeyondTheRange_ThrowsInsteadOfWrapping() =>
        Assert.Throws<OverflowException>(() => MemorySize.FromBytes(long.MaxValue) + MemorySize.FromBytes(1));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(1L << 30, "1 GiB")]
    [InlineData(150L << 30, "150 GiB")]
    public void ToString_Bytes_HasABinaryUnit(long bytes, string expected) => Assert.Equal(expected, MemorySize.FromBytes(bytes).ToString());
}
