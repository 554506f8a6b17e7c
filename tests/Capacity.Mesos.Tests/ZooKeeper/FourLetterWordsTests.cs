using System.Net.Sockets;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class FourLetterWordsTests
{
    private const int HangMilliseconds = 30_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private readonly FakeTimeProvider time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ListSink sink = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_MntrAnswered_IsReadAndRecorded()
    {
        const string text = "zk_version\t3.9.2\nzk_server_state\tobserver\n";
        await using var server = ScriptedServer.OfWords(_ => text);

        var reading = await Words().ReadAsync(server.Address, Cancellation);

        Assert.Equal(ZooKeeperMode.Observer, Assert.IsType<ZooKeeperReading.Answered>(reading).Server.Mode);
        var exchange = Assert.Single(sink.Kept);
        Assert.Equal(("zk", "4lw", "mntr", server.Address, null), (exchange.Scheme, exchange.Method, exchange.Target, exchange.Host, exchange.Error));
        Assert.Equal(text, Encoding.UTF8.GetString(exchange.Body.Span));
        Assert.Equal(time.GetUtcNow(), exchange.At);
    }

    [Fact]
    public async Task ReadAsync_OnlySrvrAllowed_FallsBackToIt()
    {
        await using var server = ScriptedServer.OfWords(static word => word == "srvr"
            ? "Zookeeper version: 3.5.9, built on x\nMode: follower\nNode count: 8\n"
            : $"{word} is not executed because it is not in the whitelist.");

        var reading = Assert.IsType<ZooKeeperReading.Answered>(await Words().ReadAsync(server.Address, Cancellation));

        Assert.Equal((ZooKeeperMode.Follower, false, 8L), (reading.Server.Mode, reading.Server.Monitored, reading.Server.ZNodes));
        Assert.Equal(["mntr", "srvr"], sink.Kept.Select(static exchange => exchange.Target));
    }

    [Fact]
    public async Task ReadAsync_NothingAllowed_SaysSo()
    {
        await using var server = ScriptedServer.OfWords(static word => $"{word} is not executed because it is not in the whitelist.");

        await AssertFailsAsync(server.Address, new ZooKeeperFailure.NotAllowed(server.Address));
    }

    [Fact]
    public async Task ReadAsync_NobodyListens_IsUnreachable()
    {
        using var closed = new ClosedPort();
        var address = closed.Address;

        await AssertFailsAsync(address, new ZooKeeperFailure.Unreachable(address, "connection refused"));
        Assert.Equal("cannot be reached: connection refused", Assert.Single(sink.Kept).Error);
    }

    [Fact]
    public async Task ReadAsync_ClosedWithoutAWord_IsClosed()
    {
        await using var server = ScriptedServer.OfWords(static _ => "");

        await AssertFailsAsync(server.Address, new ZooKeeperFailure.Closed(server.Address, "mntr"));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task ReadAsync_NeverAnswered_TimesOut()
    {
        var sent = new TaskCompletionSource();
        await using var server = new ScriptedServer(async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[4], cancellationToken);
            sent.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        });

        var reading = Words().ReadAsync(server.Address, TestContext.Current.CancellationToken);
        await sent.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(reading.IsCompleted);
        time.Advance(Limit);

        var failed = Assert.IsType<ZooKeeperReading.Failed>(await reading);
        Assert.Equal(new ZooKeeperFailure.TimedOut(server.Address, "mntr", Limit), failed.Failure);
        Assert.Equal("no whole answer to mntr within 5 s", failed.Failure.Reason);
        Assert.Equal(Limit, failed.Took);
    }

    [Fact]
    public async Task ReadAsync_EndlessAnswer_IsCutOffAndKeptSoFar()
    {
        await using var server = new ScriptedServer(static async (stream, cancellationToken) =>
        {
            while (true)
            {
                await stream.WriteAsync(new byte[64 << 10], cancellationToken);
            }
        });

        await AssertFailsAsync(server.Address, new ZooKeeperFailure.Malformed(server.Address, "mntr", "longer than 1048576 bytes"));
        Assert.Equal(1_048_576, Assert.Single(sink.Kept).Body.Length);
    }

    [Fact]
    public async Task ReadAsync_Reset_IsUnreachable()
    {
        await using var server = new ScriptedServer(static async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[4], cancellationToken);
            stream.Socket.LingerState = new LingerOption(true, 0);
            stream.Socket.Close();
        });

        await AssertFailsAsync(server.Address, new ZooKeeperFailure.Unreachable(server.Address, "connection reset"));
    }

    [Fact(Timeout = HangMilliseconds)]
    public async Task ReadAsync_CallerCancels_Propagates()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = new ScriptedServer(async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[4], cancellationToken);
            await caller.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Words().ReadAsync(server.Address, caller.Token));
        Assert.Empty(sink.Kept);
    }

    private FourLetterWords Words() => new(Limit, time, new ExchangeRecorder(sink, time));

    private async Task AssertFailsAsync(HostPort address, ZooKeeperFailure expected)
    {
        var reading = await Words().ReadAsync(address, Cancellation);

        Assert.Equal(expected, Assert.IsType<ZooKeeperReading.Failed>(reading).Failure);
        Assert.DoesNotContain('\n', expected.ToString());
    }
}
