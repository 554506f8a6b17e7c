using System.Text;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Capacity.Mesos.ZooKeeper.Jute;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class MesosElectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_ThreeMasters_OrdersThemBySequence()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/mesos"] = new(0, "json.info_0000000012", "log_replicas", "info_0000000001", "json.info_0000000007", "json.info_0000000009", "json.info_x");
        server.Nodes["/mesos/json.info_0000000007"] = Master("m7", 5050);
        server.Nodes["/mesos/json.info_0000000009"] = new() { DataError = ErrorCode.NoAuth };
        server.Nodes["/mesos/json.info_0000000012"] = Master("m12", 5051);

        var election = Assert.IsType<ZooKeeperAnswer<MasterElection>.Got>(await ReadAsync(server)).Value;

        Assert.Equal([7, 9, 12], election.Candidates.Select(static candidate => candidate.Sequence));
        Assert.Equal(
            new MasterCandidate
            {
                Sequence = 7,
                Node = "json.info_0000000007",
                Address = new("10.0.0.1", 5050),
                Hostname = "m7",
                Id = "id-m7",
                Version = "1.11.0",
            },
            election.Leader);
        Assert.Equal("answers getData /mesos/json.info_0000000009 with NoAuth", election.Candidates[1].Problem);
        Assert.DoesNotContain("getData /mesos/info_0000000001", server.Requests);
    }

    [Fact]
    public async Task ReadAsync_LeaderLeavesMeanwhile_NextLeads()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/mesos"] = new(0, "json.info_0000000001", "json.info_0000000002");
        server.Nodes["/mesos/json.info_0000000002"] = Master("m2", 5050);

        var election = Assert.IsType<ZooKeeperAnswer<MasterElection>.Got>(await ReadAsync(server)).Value;

        Assert.Equal("m2", election.Leader?.Hostname);
    }

    [Fact]
    public async Task ReadAsync_NobodyStands_HasNoLeader()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/mesos"] = new();

        var election = Assert.IsType<ZooKeeperAnswer<MasterElection>.Got>(await ReadAsync(server)).Value;

        Assert.Null(election.Leader);
    }

    [Fact]
    public async Task ReadAsync_NoSuchRoot_IsRefused()
    {
        await using var server = new FakeEnsembleMember();

        var refused = Assert.IsType<ZooKeeperAnswer<MasterElection>.Refused>(await ReadAsync(server));

        Assert.Equal(new ZooKeeperFailure.Refused(server.Address, "getChildren /mesos", "NoNode"), refused.Failure);
    }

    [Theory]
    [InlineData("""{"hostname":"m1.test","port":5050,"pid":"master@10.0.0.7:5051"}""", "10.0.0.7:5051")]
    [InlineData("""{"hostname":"m1.test","port":5050}""", "m1.test:5050")]
    [InlineData("""{"address":{"ip":"fe80::1","port":5050,"hostname":"h"},"pid":"master@10.0.0.7:5051"}""", "[fe80::1]:5050")]
    public void Parse_AddressAtDifferentPlaces_IsFound(string json, string expected)
    {
        var candidate = MasterInfoText.Parse("json.info_0000000001", 1, Encoding.UTF8.GetBytes(json));

        Assert.Equal(expected, candidate.Address?.ToString());
        Assert.Null(candidate.Problem);
    }

    [Theory]
    [InlineData("", "its data is no MasterInfo in JSON: ")]
    [InlineData("\u0008\u0001", "its data is no MasterInfo in JSON: ")]
    [InlineData("""{"port":"5050"}""", "its data is no MasterInfo in JSON: ")]
    [InlineData("null", "its data is JSON's null")]
    [InlineData("""{"id":"x"}""", "its data gives no address")]
    [InlineData("""{"hostname":"m1","port":-4}""", "its data gives no address")]
    public void Parse_UnusableData_SaysWhy(string json, string expected)
    {
        var candidate = MasterInfoText.Parse("json.info_0000000001", 1, Encoding.UTF8.GetBytes(json));

        Assert.Null(candidate.Address);
        Assert.StartsWith(expected, candidate.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', candidate.Problem!);
    }

    private static FakeNode Master(string name, int port) => new()
    {
        Data = Encoding.UTF8.GetBytes($$"""
            {"address":{"hostname":"{{name}}","ip":"10.0.0.1","port":{{port}}},"capabilities":[{"type":"AGENT_UPDATE"}],
             "hostname":"{{name}}","id":"id-{{name}}","ip":16777226,"pid":"master@10.0.0.1:{{port}}","port":{{port}},"version":"1.11.0"}
            """),
    };

    private static async Task<ZooKeeperAnswer<MasterElection>> ReadAsync(FakeEnsembleMember server)
    {
        var options = new ZooKeeperOptions { Servers = [server.Address] };
        var opened = await ZooKeeperSession.OpenAsync(server.Address, options, TimeProvider.System, new(null, TimeProvider.System), Cancellation);
        await using var session = Assert.IsType<ZooKeeperAnswer<ZooKeeperSession>.Got>(opened).Value;
        return await MesosElection.ReadAsync(session, "/mesos", Cancellation);
    }
}
