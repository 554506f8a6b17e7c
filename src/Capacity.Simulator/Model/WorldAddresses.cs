using Capacity.Core.Cluster;

namespace Capacity.Simulator.Model;

/// <summary>Where everything answers.</summary>
/// <param name="Masters">The masters.</param>
/// <param name="Agents">The agents.</param>
/// <param name="Marathons">The servers of each Marathon.</param>
/// <param name="ZooKeepers">The servers of ZooKeeper.</param>
internal sealed record WorldAddresses(
    IReadOnlyList<HostPort> Masters, IReadOnlyList<HostPort> Agents, IReadOnlyList<IReadOnlyList<HostPort>> Marathons, IReadOnlyList<HostPort> ZooKeepers);
