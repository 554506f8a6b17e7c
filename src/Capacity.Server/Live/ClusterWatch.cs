using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;
using Capacity.Server.Configuration;

namespace Capacity.Server.Live;

/// <summary>Watches one cluster: collects it, lays the picture over what is remembered, and keeps the last minutes for usage.</summary>
/// <remarks>Collections come one after the other; the latest report may be read from any thread at any time.</remarks>
public sealed class ClusterWatch(ServiceConfiguration configuration, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ClusterMemory memory = new();
    private readonly List<ClusterSnapshot> recent = [];
    private readonly ZooKeeperCollector? zooKeeper = configuration.Cluster.ZooKeeper is { } options ? new(options, time) : null;
    private ClusterCollector? collector;
    private volatile ScanReport? latest;

    /// <summary>Gets the latest report; <see langword="null"/> before the first collection.</summary>
    public ScanReport? Latest => latest;

    /// <summary>Collects once.</summary>
    /// <returns>The report, or why the masters could not even be looked for.</returns>
    public async Task<WatchOutcome> CollectAsync(CancellationToken cancellationToken)
    {
        switch (await MasterDiscovery.ResolveAsync(configuration.Cluster, time, null, cancellationToken))
        {
            case MasterDiscovery.NotFound(var reason):
                return new WatchOutcome.Blind(reason);

            case MasterDiscovery.Found(var targets):
                collector ??= new(targets, time);
                break;
        }

        var readingZooKeeper = zooKeeper?.CollectAsync(cancellationToken);
        var fresh = await collector!.CollectAsync(null, cancellationToken);
        var picture = memory.Lay(fresh) with { ZooKeeper = readingZooKeeper is null ? null : await readingZooKeeper };
        if (recent.Count > 0)
        {
            // Of earlier pictures only samples and sources are asked for; what Marathons say of tens of thousands of tasks is large.
            recent[^1] = recent[^1] with { Marathons = [] };
        }

        recent.Add(picture);
        recent.RemoveAll(p => p.TakenAt < picture.TakenAt - Window && recent.Count > 2);
        var report = ScanAnalysis.Analyse(recent);
        latest = report;
        return new WatchOutcome.Seen(report);
    }

    /// <inheritdoc/>
    public void Dispose() => collector?.Dispose();
}
