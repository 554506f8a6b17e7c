using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;
using Capacity.Server.Configuration;

namespace Capacity.Server.Live;

/// <summary>Watches one cluster: collects it, lays the picture over what is remembered, and keeps the last minutes for usage.</summary>
/// <remarks>
/// Whole collections come one after the other, and so do looks at the masters alone and at ZooKeeper; a look may fall into a collection
/// that waits for silent agents. The latest report may be read from any thread at any time.
/// </remarks>
public sealed class ClusterWatch(ServiceConfiguration configuration, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string> NoIds = [];

    private readonly Lock gate = new();
    private readonly ClusterMemory memory = new();
    private readonly List<ClusterSnapshot> recent = [];
    private readonly Collectors collectors = new(configuration.Cluster, time);
    private readonly ZooKeeperCollector? zooKeeper = configuration.Cluster.ZooKeeper is { } options ? new(options, time) : null;
    private ScanReport? lastCollected;
    private ClusterSnapshot? lastLook;
    private volatile ZooKeeperOverview? lastZooKeeper;
    private volatile ScanReport? latest;
    private volatile string? blindness;

    /// <summary>Gets the latest report; <see langword="null"/> before the first collection.</summary>
    public ScanReport? Latest => latest;

    /// <summary>Gets why the masters could not even be looked for the last time; <see langword="null"/> where they could.</summary>
    public string? Blindness => blindness;

    /// <summary>Gets why nothing is known of the cluster, in a few words; <see langword="null"/> where something is, be it what was known before.</summary>
    public string? Unknown => latest is not { } report ? blindness ?? "no collection yet"
        : report.Picture.Leader is not null || report.Agents.Count > 0 ? null
        : report.Picture.Sources.FirstOrDefault(s => s.Failure is not null) is { Failure: { } failure } source ? $"no master leads ({source.Address}: {failure.Detail})"
        : "no master leads";

    /// <summary>Begins with agents that are known from an earlier life of the service.</summary>
    public void Restore(IReadOnlyCollection<Agent> agents)
    {
        lock (gate)
        {
            memory.Restore(agents);
        }
    }

    /// <summary>Collects everything once.</summary>
    /// <returns>The report of what was collected, or why the masters could not even be looked for.</returns>
    public async Task<WatchOutcome> CollectAsync(CancellationToken cancellationToken)
    {
        var (collector, reason) = await collectors.ResolveAsync(cancellationToken);
        blindness = reason;
        if (collector is null)
        {
            return new WatchOutcome.Blind(reason!);
        }

        return new WatchOutcome.Seen(Lay(await collector.CollectAsync(null, cancellationToken)));
    }

    /// <summary>Looks at the masters alone and renews <see cref="Latest"/>; usage stays that of the last collection.</summary>
    /// <returns>The report, or <see langword="null"/> where nothing was collected yet that the look could be laid over.</returns>
    public async Task<ScanReport?> LookAsync(CancellationToken cancellationToken)
    {
        if (latest is null || collectors.Current is not { } collector)
        {
            return null;
        }

        var look = await collector.CollectMastersAsync(cancellationToken);
        lock (gate)
        {
            lastLook = look;
            return lastCollected is not { } collected || collected.To > look.TakenAt ? latest : latest = LayMasters(collected, look);
        }
    }

    /// <summary>Looks at ZooKeeper, where there is one to look at. It walks many nodes and takes its time; the next picture has what it found.</summary>
    public async Task LookAtZooKeeperAsync(CancellationToken cancellationToken)
    {
        if (zooKeeper is not null)
        {
            lastZooKeeper = await zooKeeper.CollectAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => collectors.Dispose();

    private ScanReport Lay(ClusterSnapshot fresh)
    {
        lock (gate)
        {
            // Apps are joined already, and of earlier pictures only samples and sources are asked for; what Marathons say of tens of thousands of tasks is large.
            if (recent.Count > 0)
            {
                recent[^1] = recent[^1] with { Marathons = [] };
            }

            recent.Add(memory.Lay(fresh with { ZooKeeper = lastZooKeeper, Marathons = [.. fresh.Marathons.Select(m => m with { AppIds = NoIds })] }));
            recent.RemoveAll(p => p.TakenAt < fresh.TakenAt - Window && recent.Count > 2);
            var report = ScanAnalysis.Analyse(recent);

            // The masters were asked when the collection began; a look that came since knows better.
            latest = lastLook is { } look && look.TakenAt > fresh.TakenAt ? LayMasters(report, look) : report;
            lastCollected = report;
            return report;
        }
    }

    private ScanReport LayMasters(ScanReport collected, ClusterSnapshot look) => ScanAnalysis.Renew(collected, recent, memory.LayMasters(look with { ZooKeeper = lastZooKeeper }));
}
