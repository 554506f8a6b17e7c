using Capacity.Mesos.Collection;

namespace Capacity.Server.Live;

/// <summary>Holds the collector of a cluster whose masters may be known only to ZooKeeper, and change there.</summary>
internal sealed class Collectors(ClusterRequest request, TimeProvider time) : IDisposable
{
    private readonly List<ClusterCollector> made = [];
    private IReadOnlyList<Uri> masters = [];
    private volatile ClusterCollector? current;

    /// <summary>Gets the collector as of the last look for the masters; <see langword="null"/> before they were found.</summary>
    public ClusterCollector? Current => current;

    /// <summary>Looks for the masters where that has to be done.</summary>
    /// <returns>The collector, and what is wrong. Masters that were found before are asked on while ZooKeeper says nothing.</returns>
    public async Task<(ClusterCollector? Collector, string? Reason)> ResolveAsync(CancellationToken cancellationToken)
    {
        switch (await MasterDiscovery.ResolveAsync(request, time, null, cancellationToken))
        {
            case MasterDiscovery.NotFound(var reason):
                return (current, reason);

            case MasterDiscovery.Found(var targets) when current is null || targets.Masters.Except(masters).Any():
                // A master that no longer stands for election is asked on, and missed by name.
                masters = [.. masters.Union(targets.Masters)];
                var collector = new ClusterCollector(targets with { Masters = masters }, time);
                made.Add(collector);
                current = collector;
                return (collector, null);

            default:
                return (current, null);
        }
    }

    public void Dispose() => made.ForEach(c => c.Dispose());
}
