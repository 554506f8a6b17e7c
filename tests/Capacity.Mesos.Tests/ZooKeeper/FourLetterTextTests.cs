using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class FourLetterTextTests
{
    private const string LeaderSrvr =
        "Zookeeper version: 3.8.4-9316c2a7a97e1666d8f4593f34dd6fc36ecc436c, built on 2024-02-12 22:16 UTC\n"
        + "Latency min/avg/max: 0/0.4102/31\nReceived: 812\nSent: 815\nConnections: 7\nOutstanding: 2\nZxid: 0x100000000\n"
        + "Mode: leader\nNode count: 140\nProposal sizes last/min/max: 48/32/5120\n";

    private static readonly HostPort Server = new("zk1.test", 2181);

    [Fact]
    public void Parse_SrvrOfLeader_HasItsFewNumbers()
    {
        var server = Assert.IsType<FourLetterParse.Read>(FourLetterText.Parse(Server, "srvr", LeaderSrvr)).Server;

        Assert.Equal(
            new ZooKeeperServer
            {
                Address = Server,
                Mode = ZooKeeperMode.Leader,
                Monitored = false,
                Version = "3.8.4",
                MinLatencyMilliseconds = 0,
                AverageLatencyMilliseconds = 0.4102,
                MaxLatencyMilliseconds = 31,
                OutstandingRequests = 2,
                AliveConnections = 7,
                ZNodes = 140,
                MaxProposal = Core.Units.MemorySize.FromBytes(5120),
            },
            server);
    }

    [Fact]
    public void Parse_SrvrOfReadOnlyServer_SaysReadOnly()
    {
        const string text = "Zookeeper version: 3.8.0, built on 2024-12-29 17:54 UTC\nREAD-ONLY mode; serving only read-only clients\n"
            + "Latency min/avg/max: 0/0.0/0\nMode: read-only\nNode count: 5\n";

        var server = Assert.IsType<FourLetterParse.Read>(FourLetterText.Parse(Server, "srvr", text)).Server;

        Assert.Equal(ZooKeeperMode.ReadOnly, server.Mode);
    }

    [Theory]
    [InlineData("mntr")]
    [InlineData("srvr")]
    public void Parse_NotServing_IsAReadingWithoutNumbers(string word)
    {
        var parsed = FourLetterText.Parse(Server, word, "This ZooKeeper instance is not currently serving requests\n");

        Assert.Equal(
            new FourLetterParse.Read(new() { Address = Server, Mode = ZooKeeperMode.NotServing, Monitored = false }),
            parsed);
    }

    [Fact]
    public void Parse_NotInWhitelist_IsNotAllowed()
    {
        var parsed = FourLetterText.Parse(Server, "mntr", "mntr is not executed because it is not in the whitelist.\n");

        Assert.IsType<FourLetterParse.NotAllowed>(parsed);
    }

    [Fact]
    public void Parse_LongGarbage_QuotesItsBeginning()
    {
        var parsed = FourLetterText.Parse(Server, "mntr", new string('x', 500));

        Assert.Equal(
            $"unusable answer to mntr: '{new string('x', 60)}…'",
            Assert.IsType<FourLetterParse.Failed>(parsed).Failure.Reason);
    }

    [Theory]
    [InlineData("mntr", "SSH-2.0-OpenSSH_9.2\r\nmore", "unusable answer to mntr: 'SSH-2.0-OpenSSH_9.2'")]
    [InlineData("srvr", "\u0001\u0002ok", "unusable answer to srvr: '??ok'")]
    [InlineData("srvr", "Zookeeper version: 3.4", "unusable answer to srvr: 'Zookeeper version: 3.4'")]
    public void Parse_Garbage_FailsAndQuotesItOnOneLine(string word, string text, string expected)
    {
        var parsed = FourLetterText.Parse(Server, word, text);

        Assert.Equal(expected, Assert.IsType<FourLetterParse.Failed>(parsed).Failure.Reason);
    }
}
