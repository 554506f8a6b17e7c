using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class ZooKeeperOptionsTests
{
    [Fact]
    public void FindFaults_Defaults_HasNone()
    {
        Assert.Empty(new ZooKeeperOptions { Servers = [new("zk1", 2181)] }.FindFaults());
    }

    [Fact]
    public void FindFaults_ManyFaults_NamesThemAll()
    {
        var options = new ZooKeeperOptions
        {
            Servers = [],
            Roots = ["mesos", "/a//b"],
            ElectionRoot = "/x/",
            RequestTimeout = TimeSpan.Zero,
            SessionTimeout = TimeSpan.FromMinutes(6),
            MaxNodes = 0,
            MaxTime = TimeSpan.FromDays(2),
            RequestsPerSecond = double.NaN,
            Largest = 0,
            MaxPacketBytes = 10,
        };

        Assert.Equal(
            [
                "Servers must not be empty",
                "'mesos' is not a path of ZooKeeper",
                "'/a//b' is not a path of ZooKeeper",
                "'/x/' is not a path of ZooKeeper",
                "RequestTimeout is out of range: 00:00:00",
                "SessionTimeout is out of range: 00:06:00",
                "MaxNodes is out of range: 0",
                "MaxTime is out of range: 2.00:00:00",
                "RequestsPerSecond is out of range: NaN",
                "Largest is out of range: 0",
                "MaxPacketBytes is out of range: 10",
            ],
            options.FindFaults());
    }

    [Theory]
    [InlineData("zk://u:p@zk1/mesos-east", "/mesos-east", new[] { "/mesos-east", "/marathon" })]
    [InlineData("zk://u:p@zk1/marathon", "/marathon", new[] { "/marathon" })]
    [InlineData("zk://u:p@zk1", "/", new[] { "/" })]
    public void From_Address_TakesItsPathServersAndCredentials(string text, string election, string[] roots)
    {
        var options = ZooKeeperOptions.From(ZooKeeperUri.TryParse(text)!);

        Assert.Equal(election, options.ElectionRoot);
        Assert.Equal(roots, options.Roots);
        Assert.Equal([new("zk1", 2181)], options.Servers);
        Assert.Equal(new ZooKeeperCredentials("u", "p"), options.Credentials);
    }

    [Fact]
    public void ToString_Credentials_HidesThePassword()
    {
        var options = ZooKeeperOptions.From(ZooKeeperUri.TryParse("zk://user:secret@zk1/mesos")!);

        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
    }
}
