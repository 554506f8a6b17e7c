using System.Text;
using Capacity.Core.Cluster;
using Capacity.Simulator.Replay;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Simulator.Tests.Replay;

public sealed class ReplayBodyTests
{
    private static readonly AddressMap Addresses = new(new Dictionary<HostPort, HostPort>
    {
        [new("10.0.0.7", 5051)] = new("127.0.0.1", 40001),
        [new("127.0.0.1", 5050)] = new("127.0.0.1", 40002),
        [new("m1.test", 5050)] = new("127.0.0.1", 40003),
        [new("::1", 5050)] = new("127.0.0.1", 40004),
        [new("127.0.0.1", 40001)] = new("127.0.0.1", 5050),
    });

    [Theory]
    [InlineData("""{"timestamp":1795361307.936,"build_time":1795358400.0}""", """{"timestamp":1795364907.936,"build_time":1795358400.0}""")]
    [InlineData("""{"registered_time":1795361110.144573, "start_time" : 1795361110}""", """{"registered_time":1795364710.144573, "start_time" : 1795364710}""")]
    [InlineData("""{"elected_time":0.0,"unregistered_time":0}""", null)]
    [InlineData("""{"cpus_user_time_secs":1795361110.5,"failover_timeout":604800.0}""", null)]
    [InlineData("""{"registered_time":{"nanoseconds":1795361307936000123}}""", """{"registered_time":{"nanoseconds":1795364907936000123}}""")]
    [InlineData("""{"start":{"nanoseconds":1795361307936000000},"duration":{"nanoseconds":1795361307936000000}}""", """{"start":{"nanoseconds":1795364907936000000},"duration":{"nanoseconds":1795361307936000000}}""")]
    [InlineData("""{"estimated_drain_start_time_seconds":1795361307}""", """{"estimated_drain_start_time_seconds":1795364907}""")]
    [InlineData("""{"version":"2026-11-22T15:30:18.318Z","x":"2026-11-22T23:59:59+01:00"}""", """{"version":"2026-11-22T16:30:18.318Z","x":"2026-11-23T00:59:59+01:00"}""")]
    [InlineData("""{"version":"1.12.0","build_date":"2026-11-22 14:30:00 UTC","y":"2026-99-22T15:30:18.318Z"}""", null)]
    [InlineData("""{"pid":"slave(1)@10.0.0.7:5051","u":"http:\/\/M1.test:5050\/x","zk":"zk://[::1]:5050,127.0.0.1:5050/mesos"}""", """{"pid":"slave(1)@127.0.0.1:40001","u":"http:\/\/127.0.0.1:40003\/x","zk":"zk://127.0.0.1:40004,127.0.0.1:40002/mesos"}""")]
    [InlineData("""{"a":"110.0.0.7:5051 10.0.0.7:50511 x10.0.0.7:5051 10.0.0.7:505 10.0.0.7:5051a"}""", null)]
    [InlineData("""{"swap":"10.0.0.7:5051 127.0.0.1:40001","u":"https://10.0.0.7:5051/x"}""", """{"swap":"127.0.0.1:40001 127.0.0.1:5050","u":"http://127.0.0.1:40001/x"}""")]
    [InlineData("""{"leader_info":{"pid":"master@127.0.0.1:5050","port":5050,"hostname":"127.0.0.1"}}""", """{"leader_info":{"pid":"master@127.0.0.1:40002","port":40002,"hostname":"127.0.0.1"}}""")]
    [InlineData("""{"hostname":"agent5.test","port":5051,"pid":"slave(1)@10.0.0.7:5051"}""", """{"hostname":"agent5.test","port":5051,"pid":"slave(1)@127.0.0.1:40001"}""")]
    [InlineData("""{"ip":117440522,"port":5051,"address":{"hostname":"m1.test","ip":"10.0.0.7","port":5051},"pid":"master@10.0.0.7:5051"}""", """{"ip":16777343,"port":40001,"address":{"hostname":"m1.test","ip":"127.0.0.1","port":40001},"pid":"master@127.0.0.1:40001"}""")]
    [InlineData("""{"port":5050,"hostname":"elsewhere"}""", null)]
    [InlineData("""{"timestamp":1795361307.936,"a":NaN,"timestamp":1795361307.936,"cut":"10.0.0.7:5051 """, """{"timestamp":1795364907.936,"a":NaN,"timestamp":1795364907.936,"cut":"127.0.0.1:40001 """)]
    [InlineData("<html>10.0.0.7:5051</html>", "<html>127.0.0.1:40001</html>")]
    public void Rewrite_OneHour_MovesTimesAndAddressesOnly(string body, string? expected) =>
        Assert.Equal(expected ?? body, Encoding.UTF8.GetString(ReplayBody.Rewrite(Encoding.UTF8.GetBytes(body), TimeSpan.FromHours(1), Addresses).Span));

    [Fact]
    public void Rewrite_ArbitraryBytes_StayAsTheyAre() =>
        Gen.Byte.Array.Holds(body => Assert.Equal(body, ReplayBody.Rewrite(body, TimeSpan.FromHours(1), Addresses).ToArray()));
}
