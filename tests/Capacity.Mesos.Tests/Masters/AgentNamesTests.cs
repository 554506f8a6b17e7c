using Capacity.Core.Cluster;
using Capacity.Mesos.Masters;

namespace Capacity.Mesos.Tests.Masters;

public sealed class AgentNamesTests
{
    [Fact]
    public void Tell_NamesAreOwn_AreKept() =>
        Assert.Equal(["a:1", "a:2", "b:1"], Tell([Agent("a", 1, "10.0.0.1:1"), Agent("a", 2, "10.0.0.1:2")], [Agent("b", 1, null)]));

    [Fact]
    public void Tell_NameIsShared_AddressesTellThem() =>
        Assert.Equal(["10.0.0.1:1", "[::2]:1", "b:1"], Tell([Agent("localhost", 1, "10.0.0.1:1"), Agent("localhost", 1, "[::2]:1"), Agent("b", 1, "10.0.0.3:1")], []));

    [Fact]
    public void Tell_AgentCameBackUnderANewId_OldOneIsNotWaitedFor() =>
        Assert.Equal(["a:1"], Tell([Agent("a", 1, "10.0.0.1:1")], [Agent("a", 1, null)]));

    [Fact]
    public void Tell_NameIsSharedWithoutAddresses_CountsOnce() =>
        Assert.Equal(["a:1"], Tell([Agent("a", 1, null), Agent("a", 1, null)], []));

    private static IEnumerable<string> Tell(Agent[] registered, Agent[] recovered) =>
        AgentNames.Tell(registered, recovered).Select(a => new HostPort(a.Name.Hostname, a.Name.Port).ToString());

    private static Agent Agent(string host, int port, string? address) => new()
    {
        Name = new(host, port),
        Id = "x",
        Address = HostPort.TryParse(address),
        State = AgentState.Active,
        Resources = null,
        AsOf = DateTimeOffset.UnixEpoch,
    };
}
