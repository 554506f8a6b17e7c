using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Checks.Rules;

public sealed class MasterRulesTests
{
    private readonly Looks looks = new();
    private readonly ClusterSnapshot well = Clusters.Well();

    [Fact]
    public void Well_NothingFires()
    {
        looks.Times(30, 60, well);

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void NoLeader_ForAMinute_Fires()
    {
        looks.After(15, well);

        looks.After(15, well with { Leader = null });
        looks.After(45, well with { Leader = null });
        Assert.Empty(looks.Firing);
        looks.After(15, well with { Leader = null });

        Assert.Equal(["MesosNoLeader"], looks.Firing);
    }

    [Fact]
    public void NoLeader_NobodyAnswers_IsNotKnown()
    {
        looks.After(15, well);

        looks.Times(22, 15, well.WithoutMasters(Clusters.Masters));

        Assert.Equal(["MesosMasterDown m1:5050", "MesosMasterDown m2:5050", "MesosMasterDown m3:5050", "MesosMastersUnreachable"], looks.Firing.Order(StringComparer.Ordinal));
        Assert.NotNull(looks.Last.Single(c => c.Rule.Name == "MesosNoLeader").Blindness);
    }

    [Fact]
    public void Failover_AndTheMasterIsBackInTime_OnlyTheChangeIsSaid()
    {
        looks.After(15, well);
        looks.After(10, well.WithoutMasters(Clusters.Masters[0]));
        var led = well.LedBy(1, looks.Now);
        looks.After(10, led.LedBy(1, looks.Now, LeaderPhase.Recovering).WithoutMasters(Clusters.Masters[0]));

        looks.Times(6, 30, led.WithoutMasters(Clusters.Masters[0]));
        Assert.Equal(["MesosLeaderChanged"], looks.Firing);
        looks.Times(20, 60, led);

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void MasterStaysAway_IsSaidAndThenThatNoOtherMayFail()
    {
        looks.After(15, well);

        looks.Times(6, 60, well.WithoutMasters(Clusters.Masters[2]));
        Assert.Equal(["MesosMasterDown m3:5050"], looks.Firing);
        looks.Times(4, 60, well.WithoutMasters(Clusters.Masters[2]));

        Assert.Equal(["MesosMasterDown m3:5050", "MesosMasterNotRedundant"], looks.Firing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MasterDown_ThatStoodForElection_IsCalledAsItAnnouncedItself()
    {
        ZooKeeperOverview Standing(params int[] masters) => new()
        {
            At = looks.Now,
            Readings = [],
            Election = new MasterElectionOutcome.Read(new("/mesos", [.. masters.Select(m => new MasterCandidate { Sequence = m, Node = $"json.info_{m}", Address = Clusters.Masters[m], Hostname = m < 2 ? "same.test" : "m3.test" })])),
        };
        looks.After(15, well with { ZooKeeper = Standing(0, 1, 2) });

        looks.Times(6, 60, well.WithoutMasters(Clusters.Masters[2], Clusters.Masters[1]) with { ZooKeeper = Standing(0) });

        Assert.Equal(["m2", "m3.test"], looks.Last.Single(c => c.Rule.Name == "MesosMasterDown").Tracks.Select(t => t.Labels["host"]));
    }

    [Fact]
    public void Churn_ThreeElectionsInAnHour_Fires()
    {
        looks.After(15, well);
        foreach (var master in new[] { 1, 2 })
        {
            looks.After(600, well.LedBy(master, looks.Now));
        }

        Assert.DoesNotContain("MesosElectionChurn", looks.Firing);
        var last = looks.Now;
        looks.After(600, well.LedBy(2, last));
        Assert.Contains("MesosElectionChurn", looks.Firing);
        looks.Times(65, 60, well.LedBy(2, last));

        Assert.DoesNotContain("MesosElectionChurn", looks.Firing);
    }

    [Fact]
    public void LeaderNotRecovered_IsNotAnEmptyCluster()
    {
        looks.After(15, well);

        looks.Times(10, 30, well.LedBy(1, looks.Now, LeaderPhase.Recovering) with { Agents = well.Agents, AgentsListed = false });

        Assert.Equal(["MesosLeaderChanged", "MesosLeaderNotRecovered m2:5050"], looks.Firing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Registry_QueueThatStays_Fires()
    {
        var queueing = well with { Masters = [.. well.Masters.Select(m => m with { QueuedRegistryOperations = m.Elected == true ? 14 : 0 })] };
        looks.Times(8, 15, queueing);
        Assert.Empty(looks.Firing);
        looks.After(15, queueing);

        Assert.Equal(["MesosRegistryQueueing m1:5050"], looks.Firing);
    }

    [Fact]
    public void Registry_OneSlowWriteLongAgo_IsForgotten()
    {
        ClusterSnapshot Written(double milliseconds, int count) => well with
        {
            Masters = [.. well.Masters.Select(m => m with { Figures = new Dictionary<string, double> { ["registrar/state_store_ms"] = milliseconds, ["registrar/state_store_ms/count"] = count } })],
        };
        looks.Times(10, 60, Written(4000, 3));
        Assert.Empty(looks.Firing);

        looks.Times(4, 60, Written(4000, 4));
        Assert.Equal(["MesosRegistrySlow m1:5050"], looks.Firing);
        looks.Times(10, 60, Written(4000, 4));

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void LogNotRecovered_ForFiveMinutes_Fires()
    {
        looks.Times(6, 60, well with { Masters = [.. well.Masters.Select((m, i) => m with { LogRecovered = i != 2 })] });

        Assert.Equal(["MesosLogNotRecovered m3:5050"], looks.Firing);
    }
}
