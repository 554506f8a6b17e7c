using Capacity.Core.Checks;
using Capacity.Core.Inventory;
using Capacity.Server.Alerts;
using Capacity.Server.Checks;
using Capacity.Server.Configuration;
using Capacity.Server.Hosting;
using Capacity.Server.Keeping;
using Capacity.Server.Live;
using Capacity.Server.Tests.Pages;
using Capacity.Simulator;
using Capacity.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Checks;

/// <summary>A simulated cluster that a service watches and checks, every half minute of a clock that the test moves.</summary>
internal sealed class CheckedCluster : IAsyncDisposable
{
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("capacity-checked-").FullName;
    private readonly MovableTime time;
    private Stores? stores;
    private WebApplication? service;

    private CheckedCluster(SimulatedCluster cluster, MovableTime time) => (Cluster, this.time) = (cluster, time);

    public SimulatedCluster Cluster { get; }

    public AlertKeeper Alerts => service!.Services.GetRequiredService<AlertKeeper>();

    public Uri Address => new(service!.Urls.Single());

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Gets every alert that fired at any time since <see cref="Forget"/>: the name, and the subject.</summary>
    public SortedSet<string> Fired { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts a cluster of some agents in five zones that has lived for an hour, and a service that is past its warm-up.</summary>
    public static async Task<CheckedCluster> StartAsync(CancellationToken cancellationToken, int agents = 15)
    {
        var time = new MovableTime(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var options = new SimulationOptions { Agents = agents, ContainersTarget = 4 * agents, PartitionDelay = TimeSpan.Zero, HistoryStart = time.GetUtcNow().AddHours(-1) };
        var made = new CheckedCluster(await SimulatedCluster.StartAsync(options, time, cancellationToken), time);
        await made.ServeAsync(cancellationToken);
        await made.PassAsync(TimeSpan.FromMinutes(6), cancellationToken);
        return made;
    }

    public void Forget() => Fired.Clear();

    /// <summary>Makes a fault happen, and lets time pass.</summary>
    public async Task AfterAsync(Fault fault, TimeSpan wait, CancellationToken cancellationToken)
    {
        await Cluster.InjectAsync(fault, cancellationToken);
        await PassAsync(wait, cancellationToken);
    }

    /// <summary>Lets time pass; everything is collected and checked each half minute, or as often as is said.</summary>
    public async Task<IReadOnlyList<CheckState>> PassAsync(TimeSpan wait, CancellationToken cancellationToken, TimeSpan? tick = null)
    {
        IReadOnlyList<CheckState> last = [];
        for (var end = time.GetUtcNow() + wait; time.GetUtcNow() < end;)
        {
            time.Advance(tick ?? Tick);
            await Cluster.CatchUpAsync(cancellationToken);
            last = await LookAsync(cancellationToken);
        }

        return last;
    }

    /// <summary>Ends the service and starts another one with the same data, at once or after a while.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken, TimeSpan away = default)
    {
        // As the service does with every collection that it stores.
        var agents = service!.Services.GetRequiredService<ClusterWatch>().Latest!.Agents;
        await stores!.State.Inventory.RememberAsync([.. agents.Select(a => KnownAgent.From(a.Agent, Now))], cancellationToken);
        await EndAsync();
        time.Advance(away);
        await Cluster.CatchUpAsync(cancellationToken);
        await ServeAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<IReadOnlyList<CheckState>> LookAsync(CancellationToken cancellationToken)
    {
        var watch = service!.Services.GetRequiredService<ClusterWatch>();
        await watch.LookAtZooKeeperAsync(cancellationToken);
        await watch.CollectAsync(cancellationToken);
        var keeper = service.Services.GetRequiredService<CheckKeeper>();
        await keeper.LookAsync();
        await Alerts.PassAsync(cancellationToken);
        Fired.UnionWith(keeper.Latest!.Checks.SelectMany(c => c.Firing, (c, t) => $"{c.Rule.Name} {string.Join(' ', c.Rule.Identity.Select(i => t.Labels[i]).Where(l => l.Length > 0))}".TrimEnd()));
        return keeper.Latest.Checks;
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        var yaml = $$"""
            cluster:
              name: simulated
              masters: [{{string.Join(", ", Cluster.MasterUrls.Select(a => $"'{a.AbsoluteUri}'"))}}]
              marathons: [{{string.Join(", ", Cluster.MarathonUrls.Select(a => $"'{a.AbsoluteUri}'"))}}]
              zooKeepers: [{{string.Join(", ", Cluster.ZooKeeperServers.Select(a => $"'{a}'"))}}]
            web: { listen: 'http://127.0.0.1:0' }
            collection: { interval: 30s }
            storage: { folder: '{{folder}}' }
            """;
        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Read(yaml)).Configuration;
        stores = (await Stores.OpenAsync(configuration, time, cancellationToken)).Stores!;
        service = CapacityService.BuildIdle(configuration, stores, time);
        await service.StartAsync(cancellationToken);
    }

    private async Task EndAsync()
    {
        if (service is not null)
        {
            await service.StopAsync(CancellationToken.None);
            await service.DisposeAsync();
        }

        if (stores is not null)
        {
            await stores.DisposeAsync();
        }
    }
}
