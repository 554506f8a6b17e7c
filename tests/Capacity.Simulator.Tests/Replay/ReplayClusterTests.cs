using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Simulator.Tests.Replay;

public sealed class ReplayClusterTests : IDisposable
{
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WithoutTimeShift_GivesTheRecordedBytesButForAddresses()
    {
        var exchanges = await CommittedRecordings.ReadAsync("steady", Token);
        await using var cluster = await ReplayCluster.StartAsync(exchanges, new(), new FakeTimeProvider(exchanges[0].At), Token);
        foreach (var first in exchanges.DistinctBy(e => (e.Host, e.Method, e.Target, e.RequestBody)))
        {
            using var response = await SendAsync(cluster, first);

            Assert.Equal(first.Status, (int)response.StatusCode);
            Assert.Equal(
                WithoutPorts(WithListeners(cluster, Encoding.UTF8.GetString(first.Body.Span))),
                WithoutPorts(await response.Content.ReadAsStringAsync(Token)));
            Assert.Equal(exchanges[0].At.ToUnixTimeSeconds(), response.Headers.Date!.Value.ToUnixTimeSeconds(), tolerance: 2.0);
            Assert.Equal(
                first.Headers.Where(h => h.Key == "Location").Select(h => WithListeners(cluster, h.Value)).FirstOrDefault(),
                response.Headers.TryGetValues("Location", out var location) ? location.Single() : null);
        }
    }

    [Fact]
    public async Task Get_YearsLater_ShowsAClusterThatLivesNow()
    {
        var exchanges = await CommittedRecordings.ReadAsync("steady", Token);
        var time = new FakeTimeProvider(Later);
        await using var cluster = await ReplayCluster.StartAsync(exchanges, new(), time, Token);
        time.Advance(TimeSpan.FromSeconds(61));

        using var response = await http.GetAsync(Address(cluster, cluster.Agents[0], "/containers"), Token);
        var container = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(Token))[0];

        var sampled = container.GetProperty("statistics").GetProperty("timestamp").GetDouble();
        Assert.InRange(Later.AddSeconds(61).ToUnixTimeSeconds() - sampled, 0, 10);
        Assert.InRange(response.Headers.Date!.Value, Later.AddSeconds(50), Later.AddSeconds(61));
        Assert.Equal((Later, Later.AddSeconds(61)), (cluster.StartedAt, cluster.Now));
        Assert.InRange(cluster.EndsAt, Later.AddSeconds(90), Later.AddSeconds(110));
    }

    [Fact]
    public async Task Get_LeaderKill_IsSeenAtTheRightSecond()
    {
        var m1 = new HostPort("127.0.0.1", 5050);
        var m2 = new HostPort("127.0.0.1", 5051);
        var time = new FakeTimeProvider(Later);
        var exchanges = await CommittedRecordings.ReadAsync("leader-kill", Token);
        await using var cluster = await ReplayCluster.StartAsync(exchanges, new(), time, Token);

        Assert.Equal((3, 6, 0, 0), (cluster.Masters.Count, cluster.Agents.Count, cluster.Marathons.Count, cluster.ZooKeepers.Count));
        Assert.Equal(1, await ElectedAsync(cluster, m1));
        Assert.Equal(0, await ElectedAsync(cluster, m2));
        Assert.Equal($"//{cluster.Listeners[m1]}/master/slaves", await LocationAsync(cluster, m2));

        time.Advance(TimeSpan.FromSeconds(24.9));
        await Assert.ThrowsAsync<HttpRequestException>(() => ElectedAsync(cluster, m1));
        Assert.Equal(0, await ElectedAsync(cluster, m2));
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(1, await ElectedAsync(cluster, m2));

        cluster.AdvanceTo(TimeSpan.FromSeconds(100));
        Assert.Equal(0, await ElectedAsync(cluster, m1));
        Assert.Equal($"//{cluster.Listeners[m2]}/master/slaves", await LocationAsync(cluster, m1));
    }

    [Fact]
    public async Task Get_NothingRecorded_Is404WithAReason()
    {
        await using var cluster = await ReplayCluster.StartAsync([Answer(0, "a")], new(), new FakeTimeProvider(Later), Token);

        using var response = await http.GetAsync(Address(cluster, new("h", 5050), "/nothing?a=b%20c"), Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("The recording holds no GET /nothing?a=b%20c to h:5050.\n", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData(AtEnd.Hold, "b")]
    [InlineData(AtEnd.Loop, "a")]
    [InlineData(AtEnd.Stop, null)]
    public async Task Get_AfterTheEnd_DoesAsAsked(AtEnd atEnd, string? expected)
    {
        var time = new FakeTimeProvider(Later);
        await using var cluster = await ReplayCluster.StartAsync([Answer(0, "a"), Answer(10, "b")], new() { AtEnd = atEnd, Offset = TimeSpan.FromSeconds(5) }, time, Token);
        Assert.Equal("a", await StateAsync(cluster));
        Assert.Equal(Later.AddSeconds(-5), cluster.StartedAt);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("b", await StateAsync(cluster));
        time.Advance(TimeSpan.FromSeconds(4));

        if (expected is null)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => StateAsync(cluster));
        }
        else
        {
            Assert.Equal(expected, await StateAsync(cluster));
        }
    }

    [Fact]
    public async Task Get_RecordedTimeout_HangsAsLongThenFails()
    {
        var time = new FakeTimeProvider(Later);
        var hanging = Answer(0, "") with { Status = null, Error = "timed out", Took = TimeSpan.FromSeconds(10) };
        await using var cluster = await ReplayCluster.StartAsync([hanging], new(), time, Token);

        var request = StateAsync(cluster);
        Assert.NotSame(request, await Task.WhenAny(request, Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, Token)));
        time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<HttpRequestException>(() => request);
    }

    [Fact]
    public async Task Get_RecordedFailureInTheBody_Fails()
    {
        await using var cluster = await ReplayCluster.StartAsync([Answer(0, "half") with { Error = "reset" }], new(), new FakeTimeProvider(Later), Token);

        await Assert.ThrowsAsync<HttpRequestException>(() => StateAsync(cluster));
    }

    [Fact]
    public async Task StartAsync_TwelveHundredHosts_TakesLessThanFiveSeconds()
    {
        var exchanges = Enumerable.Range(0, 1200).Select(i => Answer(0, $"{i}") with { Host = new($"10.0.{i / 250}.{i % 250}", 5051) }).ToList();
        var watch = Stopwatch.StartNew();
        await using var cluster = await ReplayCluster.StartAsync(exchanges, new(), TimeProvider.System, Token);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal("1199", await http.GetStringAsync(Address(cluster, exchanges[^1].Host, "/state"), Token));
        Assert.Equal(1200, cluster.Listeners.Values.Distinct().Count());
    }

    [Fact]
    public async Task StartAsync_PortTaken_SaysWhich()
    {
        await using var cluster = await ReplayCluster.StartAsync([Answer(0, "a")], new(), TimeProvider.System, Token);
        var port = cluster.Listeners.Values.Single().Port;

        var failure = await Assert.ThrowsAsync<IOException>(() => ReplayCluster.StartAsync([Answer(0, "a")], new() { PortBase = port }, TimeProvider.System, Token));

        Assert.Contains($"Cannot listen on port {port} for h:5050", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => http.Dispose();

    private static RecordedExchange Answer(double second, string body) => new()
    {
        At = DateTimeOffset.UnixEpoch.AddSeconds(second), Took = TimeSpan.Zero, Scheme = "http", Host = new("h", 5050),
        Method = "GET", Target = "/state", Status = 200, Body = Encoding.UTF8.GetBytes(body),
    };

    private static Uri Address(ReplayCluster cluster, HostPort host, string target) => new($"http://{cluster.Listeners[host]}{target}");

    private static string WithListeners(ReplayCluster cluster, string text) =>
        Regex.Replace(text, "127\\.0\\.0\\.1:(\\d+)", m =>
            cluster.Listeners.TryGetValue(new("127.0.0.1", int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)), out var listener) ? listener.ToString() : m.Value);

    // Ports that are values of their own belong to a host that stands elsewhere; ReplayBodyTests looks at them.
    private static string WithoutPorts(string text) => Regex.Replace(text, "\"port\":\\d+", "\"port\":0");

    private async Task<HttpResponseMessage> SendAsync(ReplayCluster cluster, RecordedExchange like)
    {
        using var request = new HttpRequestMessage(new(like.Method), Address(cluster, like.Host, like.Target));
        request.Content = like.RequestBody is { } body ? new StringContent(body) : null;
        return await http.SendAsync(request, Token);
    }

    private Task<string> StateAsync(ReplayCluster cluster) => http.GetStringAsync(Address(cluster, new("h", 5050), "/state"), Token);

    private async Task<double> ElectedAsync(ReplayCluster cluster, HostPort master) =>
        JsonElement.Parse(await http.GetByteArrayAsync(Address(cluster, master, "/metrics/snapshot"), Token)).GetProperty("master/elected").GetDouble();

    private async Task<string> LocationAsync(ReplayCluster cluster, HostPort master)
    {
        using var response = await http.GetAsync(Address(cluster, master, "/slaves"), Token);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        return response.Headers.GetValues("Location").Single();
    }
}
