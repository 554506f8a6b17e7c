using System.Text;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Capacity.Mesos.ZooKeeper.Jute;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class ZooKeeperSessionTests
{
    private const int HangMilliseconds = 30_000;
    private readonly FakeTimeProvider time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ListSink sink = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_NodeThatExists_AreAnsweredRecordedAndTheSessionClosed()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/a"] = new(0, "x", "y") { Data = [1, 2, 3], EphemeralOwner = 9 };
        var session = await OpenAsync(server);
        await using (session)
        {
            Assert.Equal(new(3, 2, 11, 12, 9), Got(await session.ExistsAsync("/a", Cancellation)));
            Assert.Equal(["x", "y"], Got(await session.GetChildrenAsync("/a", Cancellation)));
            Assert.Equal([1, 2, 3], Got(await session.GetDataAsync("/a", Cancellation)));
            Assert.Null(await session.PingAsync(Cancellation));
        }

        Assert.Equal(TimeSpan.FromSeconds(10), session.Timeout);
        Assert.Equal(["connect", "exists /a", "getChildren /a", "getData /a", "ping", "close"], server.Requests);
        Assert.Equal(
            [
                ("exists", "/a", """{"dataLength":3,"numChildren":2,"czxid":11,"mzxid":12,"ephemeralOwner":9}"""),
                ("getChildren", "/a", """["x","y"]"""),
                ("getData", "/a", "\u0001\u0002\u0003"),
            ],
            sink.Kept.Select(static kept => (kept.Method, kept.Target, Encoding.UTF8.GetString(kept.Body.Span))));
        Assert.All(sink.Kept, kept => Assert.Equal(("zk", server.Address, null), (kept.Scheme, kept.Host, kept.Error)));
    }

    [Fact]
    public async Task Requests_NoNodeAndNoAuth_AreRefusedAndTheSessionGoesOn()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/secret"] = new() { ChildrenError = ErrorCode.NoAuth };
        await using var session = await OpenAsync(server);

        var missing = await session.ExistsAsync("/none", Cancellation);
        var denied = await session.GetChildrenAsync("/secret", Cancellation);

        Assert.Equal(ErrorCode.NoNode, Assert.IsType<ZooKeeperAnswer<ZNodeStat>.Refused>(missing).Error);
        var refused = Assert.IsType<ZooKeeperAnswer<List<string>>.Refused>(denied);
        Assert.Equal("answers getChildren /secret with NoAuth", refused.Failure.Reason);
        Assert.True(session.IsUsable);
        Assert.Equal(["NoNode", "NoAuth"], sink.Kept.Select(static kept => kept.Error));
    }

    [Fact]
    public async Task OpenAsync_Credentials_AreSentAndNotRecorded()
    {
        await using var server = new FakeEnsembleMember();

        await using (await OpenAsync(server, static options => options with { Credentials = new("user", "secret") }))
        {
            Assert.Equal(["connect", "auth digest user:secret"], server.Requests);
        }

        Assert.Empty(sink.Kept);
    }

    [Fact]
    public async Task OpenAsync_NobodyListens_IsUnreachable()
    {
        using var closed = new ClosedPort();
        var address = closed.Address;

        var answer = await ZooKeeperSession.OpenAsync(address, Options(address), time, new(sink, time), Cancellation);

        Assert.Equal(new ZooKeeperFailure.Unreachable(address, "connection refused"), Broken(answer));
    }

    [Theory]
    [InlineData(0, "unusable answer to connect: no session: version 0, time-out 0 ms")]
    [InlineData(-5, "unusable answer to connect: no session: version 0, time-out -5 ms")]
    public async Task OpenAsync_SessionRefused_SaysSo(int timeout, string expected)
    {
        await using var server = new FakeEnsembleMember { SessionTimeoutMilliseconds = timeout };

        var answer = await ZooKeeperSession.OpenAsync(server.Address, Options(server.Address), time, new(sink, time), Cancellation);

        Assert.Equal(expected, Broken(answer).Reason);
    }

    [Theory]
    [InlineData(new byte[] { 0x7f, 0xff, 0xff, 0xff }, "unusable answer to exists /a: a packet of 2147483647 bytes, where at most 2048 are accepted")]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff }, "unusable answer to exists /a: a packet of -1 bytes, where at most 2048 are accepted")]
    [InlineData(new byte[] { 0, 0, 0, 0 }, "unusable answer to exists /a: a field of 4 bytes where the packet has 0 left")]
    [InlineData(new byte[] { 0, 0, 0, 16, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "unusable answer to exists /a: the answer to request 9, not to 1")]
    [InlineData(new byte[] { 0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "unusable answer to exists /a: a field of 8 bytes where the packet has 0 left")]
    [InlineData(new byte[] { 0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x90 }, "answers exists /a with SessionExpired")]
    [InlineData(new byte[] { 0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 77 }, "answers exists /a with error 77")]
    public async Task ExistsAsync_HostileAnswer_BreaksTheSessionAndSaysWhy(byte[] answer, string expected)
    {
        await using var server = new FakeEnsembleMember { Misbehave = (request, _) => request == "connect" ? null : answer };
        await using var session = await OpenAsync(server);

        Assert.Equal(expected, Broken(await session.ExistsAsync("/a", Cancellation)).Reason);
        Assert.False(session.IsUsable);
        Assert.Equal(expected, Assert.Single(sink.Kept).Error);
    }

    [Fact]
    public async Task ExistsAsync_ConnectionClosedInTheMiddle_IsClosed()
    {
        await using var server = new FakeEnsembleMember
        {
            Misbehave = static (request, _) => request == "connect" ? null : throw new EndOfStreamException(),
        };
        await using var session = await OpenAsync(server);

        Assert.Equal(new ZooKeeperFailure.Closed(server.Address, "exists /a"), Broken(await session.ExistsAsync("/a", Cancellation)));
    }

    [Fact]
    public async Task GetChildrenAsync_NameWithSlash_IsMalformed()
    {
        await using var server = new FakeEnsembleMember();
        server.Nodes["/a"] = new(0, "fine", "../etc");
        await using var session = await OpenAsync(server);

        var failure = Broken(await session.GetChildrenAsync("/a", Cancellation));

        Assert.Equal("unusable answer to getChildren /a: a child named '../etc'", failure.Reason);
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task ExistsAsync_NeverAnswered_TimesOut()
    {
        var asked = new TaskCompletionSource();
        await using var server = new FakeEnsembleMember
        {
            OnRequest = request => _ = request == "exists /a" && asked.TrySetResult(),
            Misbehave = static (request, _) => request == "exists /a" ? [] : null,
        };
        await using var session = await OpenAsync(server);

        var answer = session.ExistsAsync("/a", TestContext.Current.CancellationToken);
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(new ZooKeeperFailure.TimedOut(server.Address, "exists /a", TimeSpan.FromSeconds(5)), Broken(await answer));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task ExistsAsync_CallerCancels_PropagatesAndLeavesTheSessionUnusable()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = new FakeEnsembleMember
        {
            OnRequest = request => { if (request == "exists /a") { caller.Cancel(); } },
            Misbehave = static (request, _) => request == "exists /a" ? [] : null,
        };
        await using var session = await OpenAsync(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.ExistsAsync("/a", caller.Token));
        Assert.False(session.IsUsable);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.ExistsAsync("/b", TestContext.Current.CancellationToken));
    }

    private static ZooKeeperOptions Options(HostPort server) => new() { Servers = [server], MaxPacketBytes = 2048 };

    private static T Got<T>(ZooKeeperAnswer<T> answer) => Assert.IsType<ZooKeeperAnswer<T>.Got>(answer).Value;

    private static ZooKeeperFailure Broken<T>(ZooKeeperAnswer<T> answer) => Assert.IsType<ZooKeeperAnswer<T>.Broken>(answer).Failure;

    private async Task<ZooKeeperSession> OpenAsync(FakeEnsembleMember server, Func<ZooKeeperOptions, ZooKeeperOptions>? change = null)
    {
        var options = Options(server.Address);
        return Got(await ZooKeeperSession.OpenAsync(server.Address, change?.Invoke(options) ?? options, time, new(sink, time), Cancellation));
    }
}
