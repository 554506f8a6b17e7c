using Capacity.Core.Cluster;
using Capacity.Mesos.Collection;
using Capacity.Simulator.Faults;

namespace Capacity.Simulator.Tests.Cluster;

/// <summary>A simulated cluster with a collector that watches it.</summary>
internal sealed class Live : IAsyncDisposable
{
    private readonly ClusterCollector collector;
    private readonly MovableTime time;

    private Live(SimulatedCluster cluster, MovableTime time)
    {
        Cluster = cluster;
        this.time = time;
        collector = new(new ClusterTargets { Masters = cluster.MasterUrls, Marathons = cluster.MarathonUrls }, time);
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static SimulationOptions Small { get; } = new() { Agents = 10, ContainersTarget = 120, PartitionDelay = TimeSpan.Zero };

    public SimulatedCluster Cluster { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Live> StartAsync(SimulationOptions? options = null)
    {
        var time = new MovableTime(Start);
        return new(await SimulatedCluster.StartAsync(options ?? Small, time, Token), time);
    }

    public Task InjectAsync(Fault fault) => Cluster.InjectAsync(fault, Token);

    /// <summary>Lets time pass, and looks at the cluster.</summary>
    public async Task<ClusterSnapshot> AfterAsync(double seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        await Cluster.CatchUpAsync(Token);
        return await collector.CollectAsync(null, Token);
    }

    public async ValueTask DisposeAsync()
    {
        collector.Dispose();
        await Cluster.DisposeAsync();
    }
}
