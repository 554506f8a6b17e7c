using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Core.Usage;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Cluster;

public sealed class ClusterMemoryTests
{
    private static readonly string[] Hosts = ["a", "b", "c"];
    private static readonly HostPort M1 = new("m1", 5050);
    private static readonly HostPort M2 = new("m2", 5050);
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lay_LeaderIsKilled_NothingShrinks()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a", "b", "c"));
        ClusterSnapshot[] election =
        [
            new() { TakenAt = Noon.AddSeconds(5) },
            Steady() with { TakenAt = Noon.AddSeconds(10), Leader = new(M2, LeaderPhase.Recovering, null, 0), Masters = [Master(M2, 0)], AgentsListed = false },
            Steady() with { TakenAt = Noon.AddSeconds(15), Leader = new(M2, LeaderPhase.WarmingUp, null, 3), Masters = [Master(M2, 0)], Agents = [Recovered("a"), Recovered("b"), Recovered("c")] },
            Steady("b") with { TakenAt = Noon.AddSeconds(20), Leader = new(M2, LeaderPhase.WarmingUp, null, 2), Masters = [Master(M2, 0)], Agents = [Recovered("a"), Agent("b"), Recovered("c")] },
        ];

        foreach (var fresh in election)
        {
            var picture = memory.Lay(fresh);

            Assert.Equal(12, picture.Total.Cpus.Cores);
            Assert.Equal(["a", "b", "c"], picture.Containers.Select(c => c.Id).Order());
            Assert.True(picture.Held);
            Assert.All(picture.Agents, a => Assert.True(a.CountsAsCapacity));
        }

        var after = memory.Lay(Steady("a", "b", "c"));
        Assert.False(after.Held);
        Assert.All(after.Agents, a => Assert.Equal(AgentState.Active, a.State));
    }

    [Fact]
    public void Lay_NobodyTellsOfMaintenance_IsWhatItWas()
    {
        var memory = new ClusterMemory();
        MaintenanceWindow window = new([new("b", "")], Noon, null);
        memory.Lay(Steady("a") with { Maintenance = new(new HashSet<string> { "b" }, [window]) });

        var election = memory.LayMasters(new() { TakenAt = Noon.AddSeconds(5) });
        Assert.Equal((1, window), (election.HostsDown.Count, election.MaintenanceWindows.Single()));
        var refused = memory.Lay(Steady("a") with { Maintenance = new(new HashSet<string>(), null) });
        Assert.Equal((0, window), (refused.HostsDown.Count, refused.MaintenanceWindows.Single()));
        Assert.Empty(memory.Lay(Steady("a") with { Maintenance = new(new HashSet<string>(), []) }).MaintenanceWindows);
    }

    [Fact]
    public void Lay_RecoveredAgent_KeepsWhatWasKnownAndItsDate()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a"));

        var agent = Assert.Single(memory.Lay(Steady() with { TakenAt = Noon.AddMinutes(1), Agents = [Recovered("a")] }).Agents);

        Assert.Equal((AgentState.Recovered, 4.0, Noon, "z1"), (agent.State, agent.Resources?.Total.Cpus.Cores, agent.AsOf, agent.Zone));
    }

    [Theory]
    [InlineData(true, LeaderPhase.Steady, 1, false, AgentState.Unreachable)]
    [InlineData(true, LeaderPhase.Steady, null, false, AgentState.Unreachable)]
    [InlineData(true, LeaderPhase.Steady, 0, false, AgentState.Gone)]
    [InlineData(true, LeaderPhase.Steady, 0, true, AgentState.DownForMaintenance)]
    [InlineData(true, LeaderPhase.WarmingUp, 1, true, AgentState.DownForMaintenance)]
    [InlineData(true, LeaderPhase.Recovering, 0, false, AgentState.Active)]
    [InlineData(false, LeaderPhase.Steady, 1, true, AgentState.Active)]
    public void Lay_AgentIsMissing_StateIsWhatTheLeaderMayKnow(bool listed, LeaderPhase phase, int? unreachable, bool down, AgentState expected)
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a", "B"));

        var picture = memory.Lay(Steady("a") with
        {
            AgentsListed = listed,
            Leader = new(M1, phase, null, 0),
            Masters = [Master(M1, unreachable)],
            Maintenance = new(down ? new HashSet<string> { "b" } : [], []),
        });

        var missing = picture.Agents.Single(a => a.Name.Hostname == "B");
        Assert.Equal(expected, missing.State);
        Assert.Equal(expected == AgentState.Active ? 8 : 4, picture.Total.Cpus.Cores);
        Assert.Equal(expected == AgentState.Active, picture.Containers.Any(c => c.Agent.Hostname == "B"));
    }

    [Fact]
    public void Lay_AgentIsBack_IsActiveAgain()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a", "b"));
        memory.Lay(Steady("a") with { Masters = [Master(M1, 1)] });

        var picture = memory.Lay(Steady("a", "b"));

        Assert.All(picture.Agents, a => Assert.Equal(AgentState.Active, a.State));
        Assert.False(picture.Held);
    }

    [Fact]
    public void Lay_AgentIsBackUnderANewId_WhatItRanIsNotHeld()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a", "b"));

        var picture = memory.Lay(Steady("a") with { Agents = [Agent("a"), Agent("b") with { Id = "new" }] });

        Assert.Equal(2, picture.Agents.Count);
        Assert.DoesNotContain(picture.Containers, c => c.Agent.Hostname == "b");
    }

    [Fact]
    public void Lay_AgentCannotBeRead_ItsContainersAreHeldWithoutTheirOldSample()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a", "b"));

        var picture = memory.Lay(Steady("a") with { Agents = [Agent("a"), Agent("b") with { State = AgentState.Disconnected }] });

        Assert.Null(picture.Containers.Single(c => c.Id == "b").Sample);
        Assert.NotNull(picture.Containers.Single(c => c.Id == "a").Sample);
        Assert.True(picture.Held);
    }

    [Fact]
    public void Lay_AnySequenceWithoutAList_NeverShrinks() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 7]).Array[1, 12].Holds(steps =>
        {
            var memory = new ClusterMemory();
            memory.Lay(Steady("a", "b", "c"));
            foreach (var (hasLeader, recovering, which) in steps)
            {
                string[] some = [.. Hosts.Where((_, i) => (which >> i & 1) == 1)];
                var picture = memory.Lay(Steady(some) with
                {
                    AgentsListed = false,
                    Leader = hasLeader ? new(M2, recovering ? LeaderPhase.Recovering : LeaderPhase.Steady, null, 0) : null,
                    Masters = [Master(M2, which)],
                });
                Assert.Equal(12, picture.Total.Cpus.Cores);
                Assert.Equal(["a", "b", "c"], picture.Containers.Select(c => c.Id).Order());
            }
        });

    [Fact]
    public void LayMasters_ElectionBetweenTwoCollections_IsSeenAndNothingShrinks()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a", "b"));

        var leaderless = memory.LayMasters(new() { TakenAt = Noon.AddSeconds(15) });
        var warming = memory.LayMasters(new()
        {
            TakenAt = Noon.AddSeconds(30),
            Leader = new(M2, LeaderPhase.WarmingUp, null, 2),
            Masters = [Master(M2, 0)],
            AgentsListed = true,
            Agents = [Recovered("a"), Recovered("b")],
        });

        Assert.Null(leaderless.Leader);
        Assert.Equal(LeaderPhase.WarmingUp, warming.Leader?.Phase);
        Assert.All([leaderless, warming], p => Assert.Equal((8.0, 2, Noon, true), (p.Total.Cpus.Cores, p.Containers.Count, p.TakenAt, p.Held)));
        Assert.Equal(Noon.AddSeconds(30), warming.MastersAt);
        Assert.All(warming.Containers, c => Assert.NotNull(c.Sample));
    }

    [Fact]
    public void LayMasters_AgentIsLost_IsNamedAndWhatItRanIsGone()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a", "b"));

        var picture = memory.LayMasters(Steady("a") with { TakenAt = Noon.AddSeconds(15), Masters = [Master(M1, 1)], Containers = [] });

        Assert.Equal(AgentState.Unreachable, picture.Agents.Single(a => a.Name.Hostname == "b").State);
        Assert.Equal(["a"], picture.Containers.Select(c => c.Id));
        Assert.Equal([new AgentName("a", 5051)], picture.AgentsRead);
    }

    [Fact]
    public void LayMasters_SourcesOfAgents_KeepTheirOwnAge()
    {
        var memory = new ClusterMemory();
        memory.Lay(Steady("a") with { Sources = [Source(SourceKind.Master, Noon), Source(SourceKind.Agent, Noon)] });

        var picture = memory.LayMasters(Steady("a") with { TakenAt = Noon.AddSeconds(15), Sources = [Source(SourceKind.Master, Noon.AddSeconds(15))] });

        Assert.Equal([(SourceKind.Master, Noon.AddSeconds(15)), (SourceKind.Agent, Noon)], picture.Sources.Select(s => (s.Kind, s.At)));
    }

    [Fact]
    public void Restore_AgentIsInNoListNow_IsMissedWithItsSizeAndInNoSum()
    {
        var memory = new ClusterMemory();
        memory.Restore([Remembered("a"), Remembered("b")]);

        var picture = memory.Lay(Steady("a") with { TakenAt = Noon.AddHours(1), Masters = [Master(M1, 1)] });

        var missing = picture.Agents.Single(a => a.Name.Hostname == "b");
        Assert.Equal((AgentState.Unreachable, 4.0, "z1", Noon), (missing.State, missing.Size?.Cpus.Cores, missing.Zone, missing.AsOf));
        Assert.Null(missing.Resources);
        Assert.Equal(4, picture.Total.Cpus.Cores);
    }

    [Fact]
    public void Restore_AgentNotBackFromTheElection_KeepsItsPlaceAndNothingIsTakenForFree()
    {
        var memory = new ClusterMemory();
        memory.Restore([Remembered("a")]);

        var agent = Assert.Single(memory.Lay(Steady() with { TakenAt = Noon.AddMinutes(1), Agents = [Recovered("a")] }).Agents);

        Assert.Equal((AgentState.Recovered, "z1", 4.0), (agent.State, agent.Zone, agent.Size?.Cpus.Cores));
        Assert.Null(agent.Resources);
    }

    private static Agent Remembered(string host) => Agent(host) with { Resources = null, RememberedSize = new(CpuCores.FromCores(4), default) };

    private static SourceReading Source(SourceKind kind, DateTimeOffset at) => new(kind, M1, "/", at, TimeSpan.Zero);

    private static ClusterSnapshot Steady(params string[] hosts) => new()
    {
        TakenAt = Noon,
        Leader = new(M1, LeaderPhase.Steady, null, 0),
        Masters = [Master(M1, 0)],
        AgentsListed = true,
        Agents = [.. hosts.Select(Agent)],
        AgentsRead = hosts.Select(h => new AgentName(h, 5051)).ToHashSet(),
        Containers = [.. hosts.Select(h => new Container
        {
            Id = h,
            Agent = new(h, 5051),
            FrameworkId = "f",
            ExecutorId = h,
            Kind = ExecutorKind.Command,
            App = new("f", "x"),
            Tasks = [],
            Allocated = default,
            Sample = new ContainerSample { At = Noon },
        })],
    };

    private static MasterReading Master(HostPort address, int? unreachable) => new() { Address = address, Elected = true, UnreachableAgents = unreachable };

    private static Agent Recovered(string host) => Agent(host) with { State = AgentState.Recovered, Resources = null, Address = null, AsOf = Noon.AddMinutes(1), Zone = null };

    private static Agent Agent(string host) => new()
    {
        Name = new(host, 5051),
        Id = $"id-{host}",
        Address = new(host, 5051),
        State = AgentState.Active,
        Resources = new(new(CpuCores.FromCores(4), default), default, default, default, default, [], default, default),
        Zone = "z1",
        AsOf = Noon,
    };
}
