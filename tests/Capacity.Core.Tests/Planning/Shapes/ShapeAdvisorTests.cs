using Capacity.Core.Planning.Shapes;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Planning.Shapes;

public sealed class ShapeAdvisorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Advise_ShapeOfTheMix_StrandsLeast()
    {
        var snapshot = Snapshots.Of([Agents.Named("a", Generate.Vector(64, 1 << 19))], Snapshots.Run("/web", "a", Generate.Vector(1, 4096), 20));

        var advice = ShapeAdvisor.Advise(snapshot, [MachineShape.Parse("16c32g"), MachineShape.Parse("16c64g"), MachineShape.Parse("16c128g")], 3, 1, Cancellation);

        Assert.Equal("16c64g", advice.Shapes[0].Shape.ToString());
        Assert.Equal((0, 16), (advice.Shapes[0].StrandedRatio, advice.Shapes[0].ContainersPerMachine));
        Assert.Equal((0.5, 0), Of("16c32g"));
        Assert.Equal((0, 0.5), Of("16c128g"));

        (double Cpu, double Memory) Of(string shape) => advice.Shapes.Single(s => s.Shape == MachineShape.Parse(shape)) is var s ? (Math.Round(s.CpuStrandedRatio, 9), Math.Round(s.MemoryStrandedRatio, 9)) : default;
    }

    [Fact]
    public void Advise_ContainersLargerThanTheShape_AreCounted()
    {
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Generate.Vector(64, 1 << 19))],
            [.. Snapshots.Run("/small", "a", Generate.Vector(1, 1024), 3), .. Snapshots.Run("/large", "a", Generate.Vector(20, 1024))]);

        Assert.Equal(0.25, ShapeAdvisor.Advise(snapshot, [MachineShape.Parse("16c64g")], 1, 1, Cancellation).Shapes[0].TooLarge);
    }

    [Fact]
    public void Advise_AppThatAsksForAZone_HasTheRoomOfThatZone()
    {
        var each = Generate.Vector(1, 1024);
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Generate.Vector(4, 4096)).In("east"), Agents.Named("b", Generate.Vector(64, 65536)).In("west")],
            [.. Snapshots.Run("/web", "a", each, 2), .. Snapshots.Run("/any", "b", each)],
            Snapshots.App("/web", each, 2, ["zone", "IS", "east"]));

        var rooms = ShapeAdvisor.Advise(snapshot, [], 1, 1, Cancellation).Rooms;

        Assert.Equal([("zone IS east", 1, 1.0), ("", 2, 65.0)], rooms.Select(r => (r.Constraints, r.Agents, r.HeadroomRatio)));
    }

    [Fact]
    public void Advise_AnyCluster_AllocatedAndStrandedAreNoMoreThanAll() => Gen.Select(Gen.Int[1, 400].Array[1, 12], Gen.Int[1, 64], Gen.Int[1, 256]).Holds(drawn =>
    {
        var (sizes, cores, gibibytes) = drawn;
        var snapshot = Snapshots.Of([Agents.Named("a", Generate.Vector(1000, 1 << 22))], sizes.SelectMany((s, i) => Snapshots.Run($"/app{i}", "a", Generate.Vector(s * 0.05, s * 37 % 900 * 10), 1 + (s % 3))));

        var shape = Assert.Single(ShapeAdvisor.Advise(snapshot, [MachineShape.Parse($"{cores}c{gibibytes}g")], 2, 1, Cancellation).Shapes);

        Assert.InRange(shape.CpuAllocatedRatio + shape.CpuStrandedRatio, 0, 1 + 1e-9);
        Assert.InRange(shape.MemoryAllocatedRatio + shape.MemoryStrandedRatio, 0, 1 + 1e-9);
    });

    [Theory]
    [InlineData("16x64")]
    [InlineData("0c64g")]
    [InlineData("")]
    public void Parse_NoShape_SaysWhatToWrite(string text) => Assert.Contains("16c64g", Assert.Throws<FormatException>(() => MachineShape.Parse(text)).Message, StringComparison.Ordinal);
}
