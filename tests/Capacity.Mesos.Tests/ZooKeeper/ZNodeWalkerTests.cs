using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Capacity.Mesos.ZooKeeper.Jute;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class ZNodeWalkerTests
{
    private const int HangMilliseconds = 30_000;
    private readonly WatchedTime time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WalkAsync_Tree_IsSizedBreadthFirstWithoutReadingData()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/mesos"] = new(10, "json.info_0000000001", "deep");
        server.Nodes["/mesos/deep"] = new(20, "er");
        server.Nodes["/mesos/deep/er"] = new(700);
        server.Nodes["/mesos/json.info_0000000001"] = new(300) { EphemeralOwner = 4 };

        var survey = await WalkAsync(server, static options => options);

        Assert.Equal(
            [
                "connect", "exists /mesos", "getChildren /mesos", "exists /marathon", "exists /mesos/deep", "getChildren /mesos/deep",
                "exists /mesos/json.info_0000000001", "exists /mesos/deep/er", "close",
            ],
            server.Requests);
        Assert.Equal((ZNodeSurveyEnd.Whole, 4L, 1030L, 1L), (survey.End, survey.NodesSeen, survey.TotalDataBytes, survey.Ephemerals));
        Assert.Equal(["/marathon"], survey.MissingRoots);
        Assert.Equal((0L, 0L), (survey.NodesVanished, survey.NodesDenied));
        Assert.Equal([700, 300, 20, 10], survey.LargestByData.Select(static node => node.DataBytes));
        Assert.Equal(
            [
                new("/mesos", 10, 2) { ChildrenListBytes = 20 + 4 + 4 + 4 },
                new("/mesos/deep", 20, 1) { ChildrenListBytes = 2 + 4 },
            ],
            survey.LargestByChildren);
        Assert.Equal(server.Address, survey.Server);
    }

    [Fact]
    public async Task WalkAsync_NodesThatVanishOrAreDenied_AreCounted()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/r"] = new(1, "gone", "hidden", "locked", "half");
        server.Nodes["/r/hidden"] = new(2) { ExistsError = ErrorCode.NoAuth };
        server.Nodes["/r/locked"] = new(4, "a") { ChildrenError = ErrorCode.NoAuth };
        server.Nodes["/r/half"] = new(8, "a") { ChildrenError = ErrorCode.NoNode };

        var survey = await WalkAsync(server, static options => options with { Roots = ["/r"] });

        Assert.Equal((ZNodeSurveyEnd.Whole, 2L, 5L, 2L, 2L), (survey.End, survey.NodesSeen, survey.TotalDataBytes, survey.NodesVanished, survey.NodesDenied));
        Assert.Null(survey.LargestByData.Single(static node => node.Path == "/r/locked").ChildrenListBytes);
    }

    [Fact]
    public async Task WalkAsync_RootsWithinOthers_AreWalkedOnce()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/"] = new(0, "a");
        server.Nodes["/a"] = new(5);

        var survey = await WalkAsync(server, static options => options with { Roots = ["/a", "/", "/a"] });

        Assert.Equal((2L, 5L), (survey.NodesSeen, survey.TotalDataBytes));
    }

    [Theory]
    [InlineData(3, ZNodeSurveyEnd.NodeBudget, 3)]
    [InlineData(5, ZNodeSurveyEnd.NodeBudget, 5)]
    [InlineData(6, ZNodeSurveyEnd.Whole, 6)]
    public async Task WalkAsync_NodeBudget_EndsItThere(int budget, ZNodeSurveyEnd end, long seen)
    {
        await using var server = Flat(5);

        var survey = await WalkAsync(server, options => options with { Roots = ["/r"], MaxNodes = budget });

        Assert.Equal((end, seen), (survey.End, survey.NodesSeen));
    }

    [Fact]
    public async Task WalkAsync_TimeBudget_EndsItAndKeepsWhatWasSeen()
    {
        await using var server = Flat(5, () => time.Advance(TimeSpan.FromSeconds(1)));

        // One second goes by at connecting, then one for each of: exists and getChildren of the root, exists of two children.
        var survey = await WalkAsync(server, static options => options with { Roots = ["/r"], MaxTime = TimeSpan.FromSeconds(4) });

        Assert.Equal((ZNodeSurveyEnd.TimeBudget, 3L, TimeSpan.FromSeconds(4)), (survey.End, survey.NodesSeen, survey.Took));
    }

    [Fact]
    public async Task WalkAsync_SessionBreaks_KeepsWhatWasSeenAndSaysWhy()
    {
        await using var server = Flat(3, misbehave: static request => request == "exists /r/1" ? throw new EndOfStreamException() : null);

        var survey = await WalkAsync(server, static options => options with { Roots = ["/r"] });

        Assert.Equal((ZNodeSurveyEnd.Failed, 2L), (survey.End, survey.NodesSeen));
        Assert.Equal(new ZooKeeperFailure.Closed(server.Address, "exists /r/1"), survey.Failure);
    }

    [Fact]
    public async Task WalkAsync_ManyNodes_NamesOnlyTheLargest()
    {
        await using var server = Flat(20);

        var survey = await WalkAsync(server, static options => options with { Roots = ["/r"], Largest = 2 });

        Assert.Equal([new("/r/19", 19, 0) { ChildrenListBytes = 0 }, new("/r/18", 18, 0) { ChildrenListBytes = 0 }], survey.LargestByData);
        Assert.Single(survey.LargestByChildren);
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task WalkAsync_LowRate_WaitsBetweenRequestsAndPingsMeanwhile()
    {
        var third = TimeSpan.FromSeconds(3);
        var rest = TimeSpan.FromSeconds(2);
        await using var server = new FakeEnsembleMember { SessionTimeoutMilliseconds = 9_000 };
        server.Nodes["/r"] = new(1, "a");
        server.Nodes["/r/a"] = new(2);
        var walk = WalkAsync(server, static options => options with { Roots = ["/r"], RequestsPerSecond = 0.2 });

        await AwaitAsync(third, "connect", "exists /r");
        await AwaitAsync(rest, "connect", "exists /r", "ping");
        await AwaitAsync(third, "connect", "exists /r", "ping", "getChildren /r");
        await AwaitAsync(rest, "connect", "exists /r", "ping", "getChildren /r", "ping");
        var survey = await walk;

        Assert.Equal(["connect", "exists /r", "ping", "getChildren /r", "ping", "exists /r/a", "close"], server.Requests);
        Assert.Equal((ZNodeSurveyEnd.Whole, TimeSpan.FromSeconds(10)), (survey.End, survey.Took));

        async Task AwaitAsync(TimeSpan wait, params string[] askedBefore)
        {
            await time.AwaitTimerAsync(wait, TestContext.Current.CancellationToken);
            Assert.Equal(askedBefore, server.Requests);
            time.Advance(wait);
        }
    }

    private static FakeEnsembleMember Flat(int children, Action? onRequest = null, Func<string, byte[]?>? misbehave = null)
    {
        var server = new FakeEnsembleMember
        {
            OnRequest = _ => onRequest?.Invoke(),
            Misbehave = (request, _) => misbehave?.Invoke(request),
        };
        server.Nodes["/r"] = new(0, [.. Enumerable.Range(0, children).Select(static i => $"{i}")]);
        for (var i = 0; i < children; i++)
        {
            server.Nodes[$"/r/{i}"] = new(i);
        }

        return server;
    }

    private async Task<ZNodeSurvey> WalkAsync(FakeEnsembleMember server, Func<ZooKeeperOptions, ZooKeeperOptions> change)
    {
        var options = change(new() { Servers = [server.Address], RequestsPerSecond = 1_000_000 });
        var opened = await ZooKeeperSession.OpenAsync(server.Address, options, time, new(null, time), Cancellation);
        await using var session = Assert.IsType<ZooKeeperAnswer<ZooKeeperSession>.Got>(opened).Value;
        return await new ZNodeWalker(session, options, time).WalkAsync(Cancellation);
    }
}
