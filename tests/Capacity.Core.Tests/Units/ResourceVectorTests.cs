using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Units;

public sealed class ResourceVectorTests
{
    [Fact]
    public void Sum_AnyOrder_IsTheSame() => Generate.Resources.Array[0, 50].Holds(items =>
        Assert.Equal(items.Sum(i => i), items.Reverse().Sum(i => i)));

    [Fact]
    public void FitsIn_AnyTwo_IsWhatSubtractionSays() => Gen.Select(Generate.Resources, Generate.Resources).Holds(input =>
        Assert.Equal(input.Item1.FitsIn(input.Item2), input.Item1.LessOrZero(input.Item2) == ResourceVector.Zero));
}
