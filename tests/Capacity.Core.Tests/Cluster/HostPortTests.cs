using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Cluster;

public sealed class HostPortTests
{
    [Theory]
    [InlineData("slave(1)@10.0.0.7:5051", "10.0.0.7:5051")]
    [InlineData("slave(1)@[::1]:5051", "[::1]:5051")]
    [InlineData("slave(1)@[2001:DB8::7]:5051", "[2001:db8::7]:5051")]
    [InlineData("Agent1.Test:5051", "agent1.test:5051")]
    public void TryParse_Address_IsRead(string text, string expected)
    {
        var address = HostPort.TryParse(text);

        Assert.Equal(expected, address?.ToString());
        Assert.Equal(address, HostPort.Of(new($"http://{address}/x")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("slave(1)@")]
    [InlineData("slave(1)@host")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    [InlineData("host: 5051")]
    [InlineData("ho st:5051")]
    [InlineData("host/path:5051")]
    public void TryParse_Garbage_IsNone(string? text) => Assert.Null(HostPort.TryParse(text));
}
