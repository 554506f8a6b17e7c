using Capacity.Core.Alerting.Observing;
using Capacity.Core.Alerting.Subjects;
using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Alerting.Observing;

public sealed class MachineMemoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly MachineMemory memory = new();

    [Fact]
    public void Take_Agents_HavePlaceAddressAndShortName()
    {
        var machines = memory.Take(Picture(Noon, [Agent("ag-1.east.test", "10.0.0.1", "a", "r1"), Agent("ag-2.east.test", "10.0.0.2", "a", "r2")]))!;

        Assert.Equal(new Machine("ag-1.east.test", "a", "r1", [Machine.Agent]) { OtherNames = ["10.0.0.1", "ag-1"] }, machines[0]);
        Assert.Null(memory.Take(Picture(Noon.AddMinutes(1), [Agent("ag-1.east.test", "10.0.0.1", "a", "r1"), Agent("ag-2.east.test", "10.0.0.2", "a", "r2")])));
    }

    [Fact]
    public void Take_NamesThatSeveralHave_SayNothing()
    {
        var machines = memory.Take(Picture(Noon, [Agent("ag-1.east.test", "10.0.0.1", "a", null), Agent("ag-1.west.test", "10.0.0.1", "b", null)]))!;

        Assert.All(machines, m => Assert.Empty(m.OtherNames));
    }

    [Fact]
    public void Take_MasterOnAnAgentsAddress_IsOneMachineWithBothRoles()
    {
        var machines = memory.Take(Picture(Noon, [Agent("ag-1", "10.0.0.1", "a", null)], "10.0.0.1", "10.0.0.9"))!;

        Assert.Equal(["10.0.0.9", "ag-1"], machines.Select(m => m.Host));
        Assert.Equal([Machine.Agent, Machine.Master], machines[1].Roles);
        Assert.Equal([Machine.Master], machines[0].Roles);
    }

    [Fact]
    public void Take_MasterIsAskedNoMore_IsForgottenAfterADay()
    {
        memory.Take(Picture(Noon, [], "m1", "m2"));

        Assert.Null(memory.Take(Picture(Noon.AddHours(23), [], "m1")));
        Assert.Equal("m1", Assert.Single(memory.Take(Picture(Noon.AddHours(25), [], "m1"))!).Host);
    }

    [Fact]
    public void Take_MasterThatIsDown_IsCalledAsItWas()
    {
        memory.Take(Standing(Picture(Noon, [], "10.0.0.1", "10.0.0.2"), ("10.0.0.1", 5050, "m1.test"), ("10.0.0.2", 5050, "m2.test")));

        Assert.Null(memory.Take(Standing(Picture(Noon.AddMinutes(1), [], "10.0.0.1", "10.0.0.2"), ("10.0.0.1", 5050, "m1.test"))));
    }

    [Fact]
    public void Take_MastersAtOneAddress_AreWhatTheyAnnounce()
    {
        var picture = Picture(Noon, []) with { Sources = [.. Enumerable.Range(1, 4).Select(p => new SourceReading(SourceKind.Master, new("127.0.0.1", p), "/slaves", Noon, TimeSpan.Zero))] };

        Assert.Empty(memory.Take(picture) ?? []);
        var machines = memory.Take(Standing(picture, ("127.0.0.1", 1, "m1.test"), ("127.0.0.1", 2, "m2.test"), ("127.0.0.1", 3, "127.0.0.1")))!;

        Assert.Equal(["m1.test", "m2.test"], machines.Select(m => m.Host));
        Assert.All(machines, m => Assert.DoesNotContain("127.0.0.1", m.OtherNames));
    }

    private static ClusterSnapshot Standing(ClusterSnapshot picture, params (string Host, int Port, string Name)[] candidates) => picture with
    {
        ZooKeeper = new()
        {
            At = picture.TakenAt,
            Readings = [],
            Election = new MasterElectionOutcome.Read(new("/mesos", [.. candidates.Select((c, i) => new MasterCandidate { Sequence = i, Node = $"json.info_{i}", Address = new(c.Host, c.Port), Hostname = c.Name })])),
        },
    };

    private static Agent Agent(string host, string address, string zone, string? rack) => new()
    {
        Name = new(host, 5051), Id = host, Address = new(address, 5051), State = AgentState.Active, Resources = null, Zone = zone, Rack = rack, AsOf = Noon,
    };

    private static ClusterSnapshot Picture(DateTimeOffset at, IReadOnlyList<Agent> agents, params string[] masters) => new()
    {
        TakenAt = at, Agents = agents, Sources = [.. masters.Select(m => new SourceReading(SourceKind.Master, new(m, 5050), "/slaves", at, TimeSpan.Zero))],
    };
}
