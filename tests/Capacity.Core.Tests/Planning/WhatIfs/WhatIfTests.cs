using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Planning.WhatIfs;

public sealed class WhatIfTests
{
    private static readonly ResourceVector Size = Generate.Vector(8, 32768);
    private static readonly ResourceVector One = Generate.Vector(1, 1024);

    private static readonly ClusterSnapshot TwoZones = Snapshots.Of(
        [Agents.Named("a", Size).In("east"), Agents.Named("b", Size).In("west")],
        [.. Snapshots.Run("/web", "a", One, 6), .. Snapshots.Run("/batch", "b", One, 4)]);

    [Fact]
    public void Ask_ZoneLoss_StartsWhatFitsAndNamesTheRest()
    {
        var answer = Ask(TwoZones, new Scenario.ZoneLoss("east"));

        Assert.Equal((6, 2, 1), (answer.ToPlace, answer.UnplacedInstances, answer.AgentsAfter));
        var unplaced = Assert.Single(answer.Unplaced);
        Assert.Equal("/web", unplaced.App.Id);
        Assert.Equal("too little CPU on 1 of 1 agents", unplaced.Reason);
        Assert.Equal(8, answer.AllocatedAfter.Cpus.Cores);
        Assert.Equal(0, answer.HeadroomAfter.Ratio);

        // 90 s until it is known, 4 tasks on one agent at 5 a second, 30 s to come up.
        Assert.Equal(TimeSpan.FromSeconds(90 + 0.8 + 30), answer.Recovery!.Total);
    }

    [Fact]
    public void Ask_BusiestAgent_LosesTheOneWithMostAllocated() => Assert.Equal(6, Ask(TwoZones, new Scenario.BusiestAgentLoss()).ToPlace);

    [Fact]
    public void Ask_StatefulOnALostAgent_WaitsForIt()
    {
        var app = Snapshots.App("/db", One, 1) with { IsResident = true };
        var answer = Ask(Snapshots.Of([Agents.Named("a", Size), Agents.Named("b", Size)], Snapshots.Run("/db", "a", One), app), new Scenario.AgentLoss(["a"]));

        Assert.Equal("its data is on the lost agent", Assert.Single(answer.Unplaced).Reason);
    }

    [Theory]
    [InlineData(0.5, 5)]
    [InlineData(1, 10)]
    public void Ask_InstancesDown_AllStartAgain(double share, int down)
    {
        var answer = Ask(TwoZones, new Scenario.InstancesDown(share));

        Assert.Equal((down, 0), (answer.ToPlace, answer.UnplacedInstances));
        Assert.Equal(answer.AllocatedBefore, answer.AllocatedAfter);
        Assert.Equal(TimeSpan.Zero, answer.Recovery!.Detection);
    }

    [Fact]
    public void Ask_Add_HasMoreOfEverythingAndNoLessHeadroom()
    {
        var answer = Ask(TwoZones, new Scenario.Add(3, Generate.Vector(16, 65536)));

        Assert.Equal((2, 5, 3), (answer.AgentsBefore, answer.AgentsAfter, answer.EmptyAgentsAfter));
        Assert.Equal(16 + 48, answer.TotalAfter.Cpus.Cores);
        Assert.True(answer.HeadroomAfter.Ratio > answer.HeadroomBefore.Ratio);
        Assert.Null(answer.Recovery);
    }

    [Fact]
    public void Ask_Replace_TakesAwayTheAgentsOfThatSize()
    {
        var answer = Ask(TwoZones, new Scenario.Replace(CpuCores.FromCores(8), MemorySize.FromMebibytes(32000), 1, Generate.Vector(16, 65536)));

        Assert.Equal((1, 10, 0), (answer.AgentsAfter, answer.ToPlace, answer.UnplacedInstances));
    }

    [Fact]
    public void Ask_Grow_AddsTheShareOfInstances()
    {
        Assert.Equal((5, 0), (Ask(TwoZones, new Scenario.Grow(0.5)).ToPlace, Ask(TwoZones, new Scenario.Grow(0.5)).UnplacedInstances));
        Assert.Equal(4, Ask(TwoZones, new Scenario.Grow(1)).UnplacedInstances);
    }

    [Fact]
    public void Ask_RightSize_AllocatesWhatTheAdviceSays()
    {
        var answer = Ask(TwoZones, new Scenario.RightSize(new Dictionary<AppKey, AdvisedShape>
        {
            [new("marathon", "/web")] = new(CpuCores.FromCores(0.5), MemorySize.FromMebibytes(512), 4),
            [new("marathon", "/batch")] = new(CpuCores.FromCores(2), MemorySize.FromMebibytes(1024), 5),
        }));

        Assert.Equal(Generate.Vector(12, (4 * 512) + (5 * 1024)), answer.AllocatedAfter);
        Assert.Equal(0, answer.UnplacedInstances);
    }

    [Fact]
    public void Ask_UnknownZone_SaysWhichThereAre() =>
        Assert.Contains("zones are east, west", Assert.Throws<ArgumentException>(() => Ask(TwoZones, new Scenario.ZoneLoss("north"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Ask_UnknownAgent_SaysSo() =>
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => Ask(TwoZones, new Scenario.AgentLoss(["a", "x"]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Ask_ZoneLossWithGroupBy_SpreadsOverTheZonesThatAreLeft()
    {
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Size).In("z1"), Agents.Named("b", Size).In("z2"), Agents.Named("c", Size).In("z3")],
            [.. Snapshots.Run("/web", "a", One, 2), .. Snapshots.Run("/web", "b", One, 2), .. Snapshots.Run("/web", "c", One, 2)],
            Snapshots.App("/web", One, 6, ["zone", "GROUP_BY"]));

        Assert.Equal(0, Ask(snapshot, new Scenario.ZoneLoss("z1")).UnplacedInstances);
    }

    private static WhatIfAnswer Ask(ClusterSnapshot snapshot, Scenario scenario) =>
        new WhatIf(ClusterProblem.Read(snapshot)).Ask(scenario, TestContext.Current.CancellationToken);
}
