using Capacity.Core.Packing.Measures;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Packing.Measures;

public sealed class FragmentationTests
{
    [Fact]
    public void Of_ShapeThatDoesNotFit_IsAllThatIsFree() =>
        Assert.Equal(Generate.Vector(3, 4096), new Fragmentation([(Generate.Vector(4, 1024), 1)]).Of(Generate.Vector(3, 4096)));

    [Fact]
    public void Of_ShapeThatFits_IsWhatIsLeftBesideAsManyAsDo() =>
        Assert.Equal(Generate.Vector(0.5, 1024), new Fragmentation([(Generate.Vector(1, 1024), 1)]).Of(Generate.Vector(3.5, 4096)));

    [Fact]
    public void Of_TwoShapes_IsTheirMeanByContainers() =>
        Assert.Equal(Generate.Vector(0.75, 1792), new Fragmentation([(Generate.Vector(1, 1024), 3), (Generate.Vector(4, 1024), 1)]).Of(Generate.Vector(3, 4096)));

    [Fact]
    public void Of_NoWorkload_IsNothing() => Assert.Equal(ResourceVector.Zero, new Fragmentation([]).Of(Generate.Vector(3, 4096)));
}
