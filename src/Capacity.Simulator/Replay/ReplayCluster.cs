using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Simulator.Replay.ZooKeeper;
using Capacity.Simulator.ZooKeeper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Capacity.Simulator.Replay;

/// <summary>Serves a recording on loopback, one listener for each recorded host, as a cluster that lives now.</summary>
public sealed class ReplayCluster : IAsyncDisposable
{
    private readonly ReplayClock clock;
    private readonly HostKinds kinds;
    private readonly List<IAsyncDisposable> servers = [];

    private ReplayCluster(ReplayClock clock, HostKinds kinds, IReadOnlyDictionary<HostPort, HostPort> listeners)
    {
        this.clock = clock;
        this.kinds = kinds;
        Listeners = listeners;
    }

    /// <summary>Gets the listener (on 127.0.0.1) for each recorded host.</summary>
    public IReadOnlyDictionary<HostPort, HostPort> Listeners { get; }

    /// <summary>Gets the masters as recorded.</summary>
    public IReadOnlyList<HostPort> Masters => kinds.Of(HostKind.Master);

    /// <summary>Gets the agents as recorded.</summary>
    public IReadOnlyList<HostPort> Agents => kinds.Of(HostKind.Agent);

    /// <summary>Gets the Marathons as recorded.</summary>
    public IReadOnlyList<HostPort> Marathons => kinds.Of(HostKind.Marathon);

    /// <summary>Gets the ZooKeeper servers as recorded.</summary>
    public IReadOnlyList<HostPort> ZooKeepers => kinds.Of(HostKind.ZooKeeper);

    /// <summary>Gets when, on the given clock, the first recorded request was sent; before the start where there is an offset.</summary>
    public DateTimeOffset StartedAt => clock.StartedAt;

    /// <summary>Gets when, on the given clock, the last recorded request is sent.</summary>
    public DateTimeOffset EndsAt => clock.EndsAt;

    /// <summary>Gets what the given clock shows.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>Reads the recording to its end and serves it.</summary>
    /// <param name="time">The client's clock; its speed is that of the replay.</param>
    /// <exception cref="EmptyRecordingException">There are no exchanges.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<ReplayCluster> StartAsync(
        IAsyncEnumerable<RecordedExchange> exchanges, ReplayOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exchanges);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Offset, TimeSpan.Zero);
        var kinds = new HostKinds();
        var timeline = new ReplayTimeline([]);
        var (start, end) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        await foreach (var exchange in exchanges.WithCancellation(cancellationToken))
        {
            kinds.Observe(exchange);
            timeline.Add(exchange);
            start = exchange.At < start ? exchange.At : start;
            end = exchange.At > end ? exchange.At : end;
        }

        if (end < start)
        {
            throw new EmptyRecordingException();
        }

        using var sockets = LoopbackSockets.Bind(kinds.Hosts, options.PortBase);
        var cluster = new ReplayCluster(new(time, start, end - start, options), kinds, sockets.Listeners);
        try
        {
            await cluster.ServeAsync(timeline, sockets, time, cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="StartAsync(IAsyncEnumerable{RecordedExchange}, ReplayOptions, TimeProvider, CancellationToken)"/>
    public static Task<ReplayCluster> StartAsync(
        IEnumerable<RecordedExchange> exchanges, ReplayOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        StartAsync(exchanges.ToAsyncEnumerable(), options, time, cancellationToken);

    /// <summary>Goes at once to another place in the recording, later or earlier. The clock stays: times are shifted to fit.</summary>
    /// <param name="position">From the first recorded request.</param>
    public void AdvanceTo(TimeSpan position) => clock.JumpTo(position);

    /// <summary>Stops listening and cuts what is open.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task ServeAsync(ReplayTimeline timeline, LoopbackSockets sockets, TimeProvider time, CancellationToken cancellationToken)
    {
        var addresses = new AddressMap(Listeners);
        var web = Listeners.Where(l => kinds[l.Key] != HostKind.ZooKeeper).ToDictionary(l => l.Value.Port, l => l.Key);
        var http = new ReplayHttp(timeline, clock, addresses, web, time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore()
            .UseSockets(transport => transport.CreateBoundListenSocket = endpoint => sockets.Take(((IPEndPoint)endpoint).Port))
            .ConfigureKestrel(server =>
            {
                server.AddServerHeader = false;
                foreach (var port in web.Keys)
                {
                    server.Listen(IPAddress.Loopback, port);
                }
            });
        var app = builder.Build();
        servers.Add(app);
        app.Run(http.AnswerAsync);
        await app.StartAsync(cancellationToken);
        foreach (var host in ZooKeepers)
        {
            var replies = new ZooKeeperReplies(host, timeline, clock, addresses);
            servers.Add(new ZooKeeperListener(sockets.Take(Listeners[host].Port), replies));
        }
    }
}
