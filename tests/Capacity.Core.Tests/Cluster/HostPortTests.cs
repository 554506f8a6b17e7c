using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Cluster;

public sealed class HostPortTests
{
    [Theory]
    [InlineData("slave(1)@10.0.0.7:5051", "10.0.0.7:5051")]
    [InlineData("master@Host.Example:5050", "host.example:5050")]
    [InlineData("[::1]:5050", "[::1]:5050")]
    [InlineData("slave(1)@[fe80::1]:5051", "[fe80::1]:5051")]
    public void TryParse_Address_IsRead(string text, string expected) => Assert.Equal(expected, HostPort.TryParse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("host")]
    [InlineData(":5050")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    [InlineData("slave(1)@")]
    [InlineData("a b:80")]
    public void TryParse_NoAddress_IsNull(string? text) => Assert.Null(HostPort.TryParse(text));
}
