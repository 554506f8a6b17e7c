using Capacity.Core.Cluster;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Tests.Packing.Clusters;

namespace Capacity.Core.Tests.Checks.Rules;

/// <summary>Frameworks, Marathon and its apps, and what is left for them.</summary>
public sealed class WorkloadRulesTests
{
    private static readonly Core.Units.ResourceVector Size = Generate.Vector(1, 1024);
    private static readonly AppKey Web = new("marathon", "/shop/web");

    private readonly Looks looks = new();
    private readonly ClusterSnapshot well = Clusters.Well() with
    {
        Containers = [.. Snapshots.Run("/shop/web", "z1r1a1", Size, 3)],
        Frameworks = [new("F", "marathon", ["*"], true)],
    };

    [Fact]
    public void Framework_Disconnected_IsSaidAfterFiveMinutesAndNotInAnElection()
    {
        var disconnected = well with { Frameworks = [new("F", "marathon", ["*"], false)] };
        looks.After(15, disconnected.LedBy(0, Agents.Noon));
        Assert.NotNull(looks.Last.Single(c => c.Rule.Name == "MesosFrameworkDisconnected").Blindness);

        looks.Times(7, 60, disconnected.LedBy(0, Agents.Noon));

        Assert.Equal(["MesosFrameworkDisconnected marathon"], looks.Firing);
    }

    [Fact]
    public void Framework_BackUnderAnotherId_IsSaidWithItsOrphans()
    {
        var replaced = well with { Frameworks = [new("F", "marathon", ["*"], false), new("F2", "marathon", ["*"], true)] };

        looks.Times(8, 60, replaced);

        Assert.Equal(["MesosFrameworkReplaced marathon"], looks.Firing);
        Assert.Equal(3, looks.Last.Single(c => c.Rule.Name == "MesosFrameworkReplaced").Tracks[0].Value);
    }

    [Fact]
    public void App_Unplaceable_SaysWhatBinds()
    {
        var huge = Snapshots.App("/shop/huge", Generate.Vector(16, 1024), 2) with { RunningInstances = 0, Deploying = true };
        var waiting = well with { Marathons = [Marathon([huge], [new(huge.Key, 2, Agents.Noon, TimeSpan.Zero, new Dictionary<string, long> { ["InsufficientCpus"] = 12 })])] };

        looks.Times(5, 60, waiting);

        Assert.Equal(["MarathonAppUnplaceable marathon /shop/huge"], looks.Firing);
        var track = looks.Last.Single(c => c.Rule.Name == "MarathonAppUnplaceable").Tracks[0];
        Assert.Contains("InsufficientCpus (12)", track.Detail, StringComparison.Ordinal);
        Assert.Contains("room for 0 of them", track.Explanation, StringComparison.Ordinal);
        Assert.Contains("on 12 of 12 agents", track.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void App_InBackOff_IsCrashLoopingAndNotUnplaceable()
    {
        var failing = well with { Marathons = [Marathon([], [new(Web, 1, Agents.Noon, TimeSpan.FromSeconds(90), new Dictionary<string, long>())])] };

        looks.Times(6, 60, failing);

        Assert.Equal(["MarathonAppCrashLooping marathon /shop/web"], looks.Firing);
    }

    [Fact]
    public void App_DownAndItsMarathonStopsAnswering_StaysDown()
    {
        var down = Snapshots.App("/shop/web", Size, 3) with { RunningInstances = 0, Labels = new Dictionary<string, string> { ["team"] = "web" } };
        var answering = Clusters.Answered(SourceKind.Marathon, new("marathon1", 8080));
        looks.Times(6, 60, well with { Marathons = [Marathon([down], [])], Sources = [.. well.Sources, answering] });
        Assert.Equal(["MarathonAppDown marathon /shop/web"], looks.Firing);
        Assert.Equal("web", looks.Last.Single(c => c.Rule.Name == "MarathonAppDown").Tracks[0].Labels["team"]);

        looks.Times(10, 60, well with { Sources = [.. well.Sources, Clusters.Silent(SourceKind.Marathon, answering.Address)] });

        Assert.Equal(["MarathonAppDown marathon /shop/web", "MarathonServerDown marathon1:8080", "MarathonUnreachable marathon"], looks.Firing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Deployment_LongerThanHalfAnHour_IsStuck()
    {
        var deploying = well with { Marathons = [Marathon([Snapshots.App("/shop/web", Size, 3) with { RunningInstances = 2, Deploying = true }], [])] };

        looks.Times(30, 60, deploying);
        Assert.Empty(looks.Firing);
        looks.After(60, deploying);

        Assert.Equal(["MarathonDeploymentStuck marathon /shop/web"], looks.Firing);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void MemoryKills_OfLately_AreABurstFromThreeOn(int kills, bool fires)
    {
        var killed = Enumerable.Range(0, kills).Select(i => new TaskFailure(Web, $"t{i}", Agents.Noon.AddMinutes(-i), OutOfMemory: true, "")).ToList();
        var old = Enumerable.Range(0, 9).Select(i => new TaskFailure(Web, $"old{i}", Agents.Noon.AddHours(-2), OutOfMemory: true, ""));

        // The same death is told by the agent and by Marathon.
        looks.After(1, well with { Failures = [.. killed, .. killed, .. old] });

        Assert.Equal(fires ? ["MesosAppMemoryKills marathon /shop/web"] : [], looks.Firing);
    }

    [Fact]
    public void AtRisk_FromThePackingReport_IsSaidForAppAndLevel()
    {
        var cluster = well with { TakenAt = Agents.Noon };
        looks.Packing = PackingMeasures.MeasureState(cluster, Core.Packing.Clusters.ClusterProblem.Read(cluster), 1, CancellationToken.None) with
        {
            Risks = [new(Web, 2, 1, DomainLevel.Host, "z1r1a1", 2)],
        };
        looks.Times(14, 60, well);
        Assert.Empty(looks.Firing);
        looks.Times(1, 59, well);
        Assert.Contains(looks.Last.Single(c => c.Rule.Name == "MesosAppAtRisk").Tracks, t => t.Labels["level"] == "host");

        looks.Packing = looks.Packing with { At = looks.Now };
        looks.Times(2, 60, well);

        Assert.Equal(["MesosAppAtRisk marathon /shop/web host"], looks.Firing);
    }

    [Fact]
    public void Exhausted_WhatIsStrandedIsNotFree()
    {
        // A core is left on each agent, and no memory: 12 of 96 cores look free, and no task can use them.
        var full = well with
        {
            Agents = [.. well.Agents.Select(a => Agents.Named(a.Name.Hostname, Generate.Vector(8, 32768), Generate.Vector(7, 32768)).In(a.Zone!, a.Rack))],
        };

        looks.Times(16, 60, full);

        Assert.Equal(["CapacityNearlyExhausted cpu", "CapacityNearlyExhausted memory"], looks.Firing.Where(f => f.StartsWith("CapacityNearly", StringComparison.Ordinal)));
    }

    private static MarathonReading Marathon(IReadOnlyList<MarathonApp> apps, IReadOnlyList<QueuedApp> queue) => new("F", apps, queue, new Dictionary<string, string>(), []);
}
