using Capacity.Core.Cluster;

namespace Capacity.Mesos.Masters;

/// <summary>Gives each agent a name of its own.</summary>
/// <remarks>
/// Host name and port outlast a registration, so they name an agent; where several processes announce the same ones, such as
/// <c>localhost:5051</c>, they tell nothing, and the addresses of the processes have to do.
/// </remarks>
internal static class AgentNames
{
    /// <param name="registered">The agents that are registered with the leader; of two at the same address the active one is it.</param>
    /// <param name="recovered">The agents that the leader still waits for; one that has come back under a new id is not waited for any more.</param>
    public static List<Agent> Tell(IReadOnlyList<Agent> registered, IReadOnlyList<Agent> recovered)
    {
        var byAddress = registered
            .OrderByDescending(a => a.State == AgentState.Active)
            .DistinctBy(a => (a.Name, a.Address))
            .ToList();
        var shared = byAddress.CountBy(a => a.Name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return [.. byAddress
            .Select(a => shared.Contains(a.Name) && a.Address is { } address ? a with { Name = new(address.Host, address.Port) } : a)
            .Concat(recovered)
            .DistinctBy(a => a.Name)];
    }
}
