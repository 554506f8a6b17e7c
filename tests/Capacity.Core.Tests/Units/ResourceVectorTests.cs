using Capacity.Core.Units;
using CsCheck;

namespace Capacity.Core.Tests.Units;

public sealed class ResourceVectorTests
{
    [Fact]
    public void Sum_AnyOrder_IsTheSame() => Generate.Resources.Array[0, 50].Sample(items =>
        items.Sum(i => i) == items.Reverse().Sum(i => i));

    [Fact]
    public void FitsIn_AnyTwo_IsWhatSubtractionSays() => Gen.Select(Generate.Resources, Generate.Resources).Sample((item, room) =>
        item.FitsIn(room) == (item.LessOrZero(room) == ResourceVector.Zero));
}
