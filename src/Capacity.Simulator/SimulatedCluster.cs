using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Capacity.Core.Cluster;
using Capacity.Simulator.Faults;
using Capacity.Simulator.Hosting;
using Capacity.Simulator.Model;
using Capacity.Simulator.Workload;
using Capacity.Simulator.ZooKeeper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Simulator;

/// <summary>A Mesos cluster with Marathons and ZooKeeper on loopback, made up from a seed, that lives by a clock and speaks the real wire formats.</summary>
/// <remarks>
/// What it is like at a time depends on its options and on nothing else: not on who asked what before, nor on how fast the clock runs. Only
/// faults injected by hand, and free ports, differ from run to run.
/// </remarks>
public sealed class SimulatedCluster : IAsyncDisposable
{
    /// <summary>How often, on the machine's own clock, servers that died are closed and ones that came back are opened.</summary>
    private static readonly TimeSpan GatePeriod = TimeSpan.FromMilliseconds(200);

    private readonly LiveWorld live;
    private readonly GatedTransport transport;
    private readonly Dictionary<HostPort, IServer> servers;
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim gating = new(1);
    private readonly Dictionary<HostPort, bool> open = [];
    private readonly List<IAsyncDisposable> running = [];
    private Task pumping = Task.CompletedTask;

    private SimulatedCluster(LiveWorld live, WorldAddresses addresses, GatedTransport transport, Dictionary<HostPort, IServer> servers)
    {
        this.live = live;
        this.transport = transport;
        this.servers = servers;
        MasterUrls = [.. addresses.Masters.Select(Url)];
        AgentAddresses = addresses.Agents;
        MarathonUrls = [.. addresses.Marathons.SelectMany(m => m).Select(Url)];
        ZooKeeperServers = addresses.ZooKeepers;
        PlantedApps = live.Read(w => w.Apps.Select(a => a.Plan.Truth).ToList());
    }

    /// <summary>Gets the masters.</summary>
    public IReadOnlyList<Uri> MasterUrls { get; }

    /// <summary>Gets where the agents answer, in the order of their numbers.</summary>
    public IReadOnlyList<HostPort> AgentAddresses { get; }

    /// <summary>Gets the servers of all Marathons: of each first the one that leads at the start, then its standby.</summary>
    public IReadOnlyList<Uri> MarathonUrls { get; }

    /// <summary>Gets the servers of ZooKeeper. Masters stand for election below <c>/mesos</c>.</summary>
    public IReadOnlyList<HostPort> ZooKeeperServers { get; }

    /// <summary>Gets the truth about all apps, as it was at the start: <see cref="SimulationOptions.MonthlyGrowth"/> adds instances since.</summary>
    public IReadOnlyList<PlantedApp> PlantedApps { get; }

    /// <summary>Makes a cluster, lives through its history and begins to answer.</summary>
    /// <param name="options">Which cluster.</param>
    /// <param name="time">Its clock, which should not go back.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ValidationException">An option is out of range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The script is about something that the cluster does not have, or history begins in the future.</exception>
    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task<SimulatedCluster> StartAsync(SimulationOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var now = time.GetUtcNow();
        var start = options.HistoryStart ?? now;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, now, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DeployInterval, TimeSpan.FromSeconds(1), nameof(options));
        using var sockets = ClusterSockets.Bind(options);
        var live = new LiveWorld(new World(options, sockets.Addresses, start), time);
        var cluster = new SimulatedCluster(live, sockets.Addresses, new GatedTransport(sockets.Take), ClusterServers.Make(live, sockets.Addresses, options.PartitionDelay));
        try
        {
            await cluster.ServeAsync(sockets, cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a fault happen now. When it returns, servers that die of it refuse connections.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is about something that the cluster does not have.</exception>
    public async Task InjectAsync(Fault fault, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fault);
        live.Change(w => new FaultRunner(w).Begin(fault));
        await SetGatesAsync(cancellationToken);
    }

    /// <summary>Brings the cluster to the present: servers that died since then refuse connections, ones that came back do not.</summary>
    /// <remarks>It happens by itself a few times a second; a test that moves its clock need not wait for that.</remarks>
    public Task CatchUpAsync(CancellationToken cancellationToken) => SetGatesAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await pumping;
        foreach (var server in running)
        {
            await server.DisposeAsync();
        }

        stop.Dispose();
        gating.Dispose();
    }

    private static Uri Url(HostPort address) => new($"http://{address}/");

    private async Task ServeAsync(ClusterSockets sockets, CancellationToken cancellationToken)
    {
        var byEndPoint = servers.ToDictionary(s => new IPEndPoint(IPAddress.Parse(s.Key.Host), s.Key.Port), s => s.Value);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            foreach (var endPoint in byEndPoint.Keys)
            {
                server.Listen(endPoint);
            }
        });
        builder.Services.AddSingleton<IConnectionListenerFactory>(transport);
        var app = builder.Build();
        running.Add(app);
        app.Run(context =>
        {
            // Kestrel would write the machine's own time, and the cluster's clock would seem to be wrong.
            context.Response.Headers.Date = live.Time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
            return byEndPoint[new IPEndPoint(context.Connection.LocalIpAddress!, context.Connection.LocalPort)].AnswerAsync(context);
        });
        await app.StartAsync(cancellationToken);
        for (var i = 0; i < ZooKeeperServers.Count; i++)
        {
            running.Add(new ZooKeeperListener(sockets.Take(ZooKeeperServers[i]), new SimulatedZooKeeper(live, i)));
        }

        await SetGatesAsync(cancellationToken);
        pumping = PumpAsync();
    }

    private async Task PumpAsync()
    {
        using var timer = new PeriodicTimer(GatePeriod);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await SetGatesAsync(stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The cluster is disposed of.
        }
    }

    private async Task SetGatesAsync(CancellationToken cancellationToken)
    {
        await gating.WaitAsync(cancellationToken);
        try
        {
            var changed = live.Read(_ => servers.Select(s => (Address: s.Key, IsUp: s.Value.IsUp())).Where(s => open.GetValueOrDefault(s.Address, true) != s.IsUp).ToList());
            foreach (var (address, isUp) in changed)
            {
                open[address] = isUp;
                await transport.SetAsync(address, isUp, cancellationToken);
            }
        }
        finally
        {
            gating.Release();
        }
    }
}
