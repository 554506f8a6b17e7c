using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Mesos.ZooKeeper;

namespace Capacity.Mesos.Collection;

/// <summary>What came of looking for the masters: <see cref="Found"/> or <see cref="NotFound"/>.</summary>
public abstract record MasterDiscovery
{
    private MasterDiscovery()
    {
    }

    /// <summary>The masters are known.</summary>
    /// <param name="Targets">The cluster with its masters.</param>
    public sealed record Found(ClusterTargets Targets) : MasterDiscovery;

    /// <summary>Nobody could tell.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record NotFound(string Reason) : MasterDiscovery;

    /// <summary>Turns a ZooKeeper address into the masters that stand for election there; masters that were named are found at once.</summary>
    /// <param name="request">The cluster as the user named it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="sink">Where to keep the exchanges with ZooKeeper; <see langword="null"/> for nowhere.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<MasterDiscovery> ResolveAsync(ClusterRequest request, TimeProvider time, IExchangeSink? sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.MastersIn is not { } uri)
        {
            return new Found(request.Targets);
        }

        var outcome = await new ZooKeeperCollector(ZooKeeperOptions.From(uri), time, sink).FindMastersAsync(cancellationToken);
        return outcome switch
        {
            MasterElectionOutcome.Failed(var failures) => new NotFound($"No ZooKeeper of {uri} could tell the masters: {string.Join("; ", failures)}."),
            MasterElectionOutcome.Read({ Candidates: var candidates }) when candidates.Any(c => c.Address is not null) => new Found(request.Targets with
            {
                Masters = [.. candidates.Where(c => c.Address is not null).Select(c => new Uri($"http://{c.Address}/"))],
            }),
            _ => new NotFound($"No master stands for election at {uri}: is the path right?"),
        };
    }
}
