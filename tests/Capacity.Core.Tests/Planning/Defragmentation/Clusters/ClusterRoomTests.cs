using Capacity.Core.Packing.Fitting;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Core.Tests.Packing.Clusters;

namespace Capacity.Core.Tests.Planning.Defragmentation.Clusters;

public sealed class ClusterRoomTests
{
    [Fact]
    public void Find_OneContainerInTheWay_MovesIt()
    {
        var each = Generate.Vector(2, 1024);
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Generate.Vector(8, 32768)), Agents.Named("b", Generate.Vector(8, 32768))],
            [.. Snapshots.Run("/web", "a", each), .. Snapshots.Run("/db", "b", each, 2)],
            Snapshots.App("/web", each, 1),
            Snapshots.App("/db", each, 2) with { IsResident = true });
        var request = new FitRequest(Generate.Vector(8, 1024));
        Assert.False(new FitSearch(snapshot).Find(request).Fits);

        var plan = ClusterRoom.Find(snapshot, request, 5, null, TestContext.Current.CancellationToken);

        Assert.Equal(("a", true, 1), (plan.Agent?.Hostname, plan.IsFewest, plan.LeastMoves));
        var step = Assert.Single(plan.Steps);
        Assert.Equal(("/web", "a", "b"), (step.App.Id, step.From.Hostname, step.To.Hostname));
    }

    [Fact]
    public void Find_ConstraintThatNoAgentMeets_HasNoPlan()
    {
        var snapshot = Snapshots.Of([Agents.Named("a", Generate.Vector(8, 32768)).In("east")], []);
        var request = new FitRequest(Generate.Vector(1, 1024)) { Constraints = [Core.Packing.Solving.PlacementConstraint.Parse(["zone", "IS", "west"])] };

        var plan = ClusterRoom.Find(snapshot, request, 5, null, TestContext.Current.CancellationToken);

        Assert.Equal((null, null, false), (plan.Agent, plan.LeastMoves, plan.IsFewest));
        Assert.Empty(plan.Steps);
    }
}
