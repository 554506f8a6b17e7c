using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Mesos.Collection;

namespace Capacity.Mesos.Tests.Collection;

public sealed class FrameworkJoinTests
{
    private static readonly Framework Registered = new("f-1", "marathon-prod", ["*"], true);

    [Fact]
    public void Join_MarathonThatDoesNotSayItsName_GetsTheOneItRegisteredWith()
    {
        var joined = Assert.Single(FrameworkJoin.Join([Reading("f-1")], [Registered]));

        Assert.Equal(new AppKey("marathon-prod", "/web"), Assert.Single(joined.Apps).Key);
        Assert.Equal(new AppKey("marathon-prod", "/web"), Assert.Single(joined.Queue).App);
        Assert.Equal(new AppKey("marathon-prod", "/web"), Assert.Single(joined.Failures).App);
    }

    [Theory]
    [InlineData("f-2")]
    [InlineData(null)]
    public void Join_MarathonThatNobodyRunsAnythingOf_KeepsItsName(string? id) =>
        Assert.Equal("marathon", Assert.Single(Assert.Single(FrameworkJoin.Join([Reading(id)], [Registered])).Apps).Key.Framework);

    private static MarathonReading Reading(string? id)
    {
        var web = new AppKey("marathon", "/web");
        return new(
            id,
            [new MarathonApp { Key = web, Instances = 1, Request = new ResourceVector(CpuCores.FromCores(1), MemorySize.FromMebibytes(64)) }],
            [new QueuedApp(web, 1, null, TimeSpan.Zero, new Dictionary<string, long>())],
            new Dictionary<string, string>(),
            [new TaskFailure(web, "web.1", null, false, "gone")]);
    }
}
