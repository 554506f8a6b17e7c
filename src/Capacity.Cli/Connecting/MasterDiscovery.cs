using Capacity.Core.Cluster;
using Capacity.Mesos.Collection;
using Capacity.Mesos.ZooKeeper;

namespace Capacity.Cli.Connecting;

/// <summary>Turns a ZooKeeper address into the masters that stand for election there.</summary>
internal static class MasterDiscovery
{
    /// <exception cref="UserErrorException">ZooKeeper cannot tell.</exception>
    public static async Task<ClusterTargets> ResolveAsync(ClusterRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.MastersIn is not { } uri)
        {
            return request.Targets;
        }

        var outcome = await new ZooKeeperCollector(ZooKeeperOptions.From(uri), time).FindMastersAsync(cancellationToken);
        return outcome switch
        {
            MasterElectionOutcome.Failed(var failures) =>
                throw new UserErrorException($"No ZooKeeper of {uri} could tell the masters: {string.Join("; ", failures)}.", ExitCodes.NoLeader),
            MasterElectionOutcome.Read({ Candidates: var candidates }) when candidates.Any(c => c.Address is not null) => request.Targets with
            {
                Masters = [.. candidates.Where(c => c.Address is not null).Select(c => new Uri($"http://{c.Address}/"))],
            },
            _ => throw new UserErrorException($"No master stands for election at {uri}: is the path right?", ExitCodes.NoLeader),
        };
    }
}
