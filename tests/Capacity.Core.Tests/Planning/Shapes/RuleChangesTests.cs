using Capacity.Core.Cluster;
using Capacity.Core.Planning.Shapes;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Planning.Shapes;

public sealed class RuleChangesTests
{
    private static readonly ResourceVector Each = Generate.Vector(1, 4096);

    [Fact]
    public void Advise_RoleThatKeepsMoreThanItUses_FreesItForEverybody()
    {
        var kept = new Reservation("prod", Generate.Vector(4, 16384), Each);
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Generate.Vector(8, 32768), Generate.Vector(4, 16384), reservations: kept)],
            [.. Snapshots.Run("/web", "a", Each, role: "prod"), .. Snapshots.Run("/any", "a", Each, 3)]);

        var change = Assert.Single(Advise(snapshot).Changes);

        Assert.Equal((RuleChangeKind.Release, "prod", null, 1, 1), (change.Kind, change.Subject, change.To, change.Agents, change.Containers));
        Assert.Equal(Generate.Vector(3, 12288), change.Freed);
        Assert.Equal(4, change.Own.Before, 1e-9);
        Assert.True(change.Cluster.After > change.Cluster.Before, $"{change.Cluster}");
    }

    [Fact]
    public void Advise_TwoRoles_HandsOverFromOneToTheOther()
    {
        var snapshot = Snapshots.Of(
            [
                Agents.Named("a", Generate.Vector(4, 16384), Each, reservations: new Reservation("idle", Generate.Vector(4, 16384), Each)),
                Agents.Named("b", Generate.Vector(2, 8192), Generate.Vector(2, 8192), reservations: new Reservation("full", Generate.Vector(2, 8192), Generate.Vector(2, 8192))),
            ],
            [.. Snapshots.Run("/idle", "a", Each, role: "idle"), .. Snapshots.Run("/full", "b", Each, 2, role: "full")]);

        var change = Assert.Single(Advise(snapshot).Changes, c => c.Kind == RuleChangeKind.HandOver);

        Assert.Equal(("idle", "full"), (change.Subject, change.To));
        Assert.Equal((3, 0), Rounded(change.Own));
        Assert.Equal((0, 1.5), Rounded(change.Getting!.Value));
    }

    [Fact]
    public void Advise_ConstraintOnAFullAgent_CountsWhatDroppingItFrees()
    {
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Generate.Vector(2, 8192)).In("east"), Agents.Named("b", Generate.Vector(4, 16384)).In("west")],
            Snapshots.Run("/web", "a", Each, 2),
            Snapshots.App("/web", Each, 2, ["zone", "LIKE", "east"]));

        var change = Assert.Single(Advise(snapshot).Changes);

        Assert.Equal((RuleChangeKind.DropConstraint, "zone LIKE east", 1, 2), (change.Kind, change.Subject, change.Agents, change.Containers));
        Assert.Equal(Generate.Vector(4, 16384), change.Freed);
        Assert.Equal((0, 2), Rounded(change.Own));
        Assert.Equal(change.Own, change.Cluster);
    }

    [Fact]
    public void Advise_NoRolesAndNoConstraints_HasNothingToChange() =>
        Assert.Empty(Advise(Snapshots.Of([Agents.Named("a", Generate.Vector(8, 32768))], Snapshots.Run("/web", "a", Each, 2))).Changes);

    private static (double Before, double After) Rounded(HeadroomChange change) => (Math.Round(change.Before, 9), Math.Round(change.After, 9));

    private static ShapeAdvice Advise(ClusterSnapshot snapshot) => ShapeAdvisor.Advise(snapshot, [], 1, 1, TestContext.Current.CancellationToken);
}
