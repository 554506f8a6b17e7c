using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class ZooKeeperUriTests
{
    [Theory]
    [InlineData("zk://zk1:2181,zk2:2182,zk3:2183/mesos", "zk://zk1:2181,zk2:2182,zk3:2183/mesos")]
    [InlineData("zk://ZK1,10.0.0.2/mesos/east/", "zk://zk1:2181,10.0.0.2:2181/mesos/east")]
    [InlineData(" ZK://zk1 ", "zk://zk1:2181/")]
    [InlineData("zk://zk1/", "zk://zk1:2181/")]
    [InlineData("zk://[::1]:2182,[fe80::2]/mesos", "zk://[::1]:2182,[fe80::2]:2181/mesos")]
    [InlineData("zk://zk1,zk1:2181/mesos", "zk://zk1:2181/mesos")]
    [InlineData("zk://user:p@ss:word@zk1/mesos", "zk://user:***@zk1:2181/mesos")]
    public void TryParse_Address_IsReadAndWrittenWithoutItsPassword(string text, string expected)
    {
        Assert.Equal(expected, ZooKeeperUri.TryParse(text)?.ToString());
    }

    [Fact]
    public void TryParse_Credentials_AreSplitAtTheFirstColon()
    {
        var uri = ZooKeeperUri.TryParse("zk://user:p@ss:word@zk1:2199/mesos");

        Assert.NotNull(uri);
        Assert.Equal(("user", "p@ss:word"), (uri.Credentials?.User, uri.Credentials?.Password));
        Assert.Equal([new HostPort("zk1", 2199)], uri.Servers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://zk1:2181/mesos")]
    [InlineData("zk://")]
    [InlineData("zk:///mesos")]
    [InlineData("zk://zk1,/mesos")]
    [InlineData("zk://zk1:0/mesos")]
    [InlineData("zk://zk1:70000/mesos")]
    [InlineData("zk://zk1//mesos")]
    [InlineData("zk://zk1/mesos/../x")]
    [InlineData("zk://user@zk1/mesos")]
    [InlineData("zk://:secret@zk1/mesos")]
    [InlineData("zk://z k/mesos")]
    public void TryParse_NoAddress_IsNull(string? text)
    {
        Assert.Null(ZooKeeperUri.TryParse(text));
    }
}
