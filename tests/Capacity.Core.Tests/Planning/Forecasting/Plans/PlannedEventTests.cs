using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Plans;

namespace Capacity.Core.Tests.Planning.Forecasting.Plans;

public sealed class PlannedEventTests
{
    private static readonly PlannedEvent Growth = new() { Name = "customers", Date = new(2026, 12, 1), Kind = PlannedEventKind.Demand, GrowthRatio = 0.2 };

    [Fact]
    public void Fault_GoodEvents_AreNone() => Assert.All(
        [Growth, Growth with { Kind = PlannedEventKind.Machines, GrowthRatio = null, Machines = -3, Shape = Generate.Vector(8, 8192), Cut = DemandCut.Zone("east") }, Growth with { Kind = PlannedEventKind.RightSizing }],
        e => Assert.Null(e.Fault()));

    [Fact]
    public void Fault_BadEvents_SaysWhatToWrite() => Assert.All(
        [
            (Growth with { GrowthRatio = null }, "20%"),
            (Growth with { GrowthRatio = -2 }, "-100%"),
            (Growth with { Amounts = new(1, null, null, null) }, "not both"),
            (Growth with { Name = "" }, "name"),
            (Growth with { Kind = PlannedEventKind.Machines, Shape = Generate.Vector(8, 8192) }, "how many"),
            (Growth with { Kind = PlannedEventKind.Machines, Machines = 1 }, "32c128g"),
            (Growth with { Kind = PlannedEventKind.Machines, Machines = 1, Shape = Generate.Vector(8, 8192), Cut = DemandCut.Team("shop") }, "zone"),
            (Growth with { Kind = PlannedEventKind.RightSizing, Cut = DemandCut.Zone("east") }, "whole cluster"),
        ],
        ((PlannedEvent Event, string Word) bad) => Assert.Contains(bad.Word, bad.Event.Fault(), StringComparison.Ordinal));
}
