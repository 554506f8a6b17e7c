using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic;

/// <summary>One agent with all that it runs and remembers.</summary>
internal sealed record SyntheticAgent
{
    public required int Index { get; init; }

    public string Id { get => field ?? ClusterNaming.AgentId(Index); init; }

    public string Hostname { get => field ?? ClusterNaming.Hostname(Index); init; }

    public HostPort Address { get => field == default ? ClusterNaming.Address(Index) : field; init; }

    public int Zone { get => field == 0 ? ClusterNaming.Zone(Index) : field; init; }

    public string Rack { get => field ?? ClusterNaming.Rack(Index); init; }

    public required AgentShape Shape { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets when it registered with the master that leads; <see langword="null"/> for when it started.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Gets when it came back to that master; <see langword="null"/> where it never left.</summary>
    public DateTimeOffset? ReregisteredAt { get; init; }

    public bool IsActive { get; init; } = true;

    public bool IsDeactivated { get; init; }

    /// <summary>Gets <c>DRAINING</c> or <c>DRAINED</c>; <see langword="null"/> for neither.</summary>
    public string? DrainState { get; init; }

    /// <summary>Gets the drain's grace period, which the master repeats.</summary>
    public TimeSpan DrainGrace { get; init; }

    public DateTimeOffset DrainingFrom { get; init; }

    public string MasterHostname { get; init; } = "master1.mesos.test";

    public required IReadOnlyList<SyntheticExecutor> Executors { get; init; }

    public required IReadOnlyList<SyntheticExecutor> Completed { get; init; }

    /// <summary>Gets a value indicating whether the agent announces a fault domain; not every one does.</summary>
    public bool HasDomain => Index % 10 != 9;

    public ResourceVector Unreserved => Shape.Total.LessOrZero(Shape.ReservedForProd);

    /// <summary>Gets the ports that are in use; none but the first <see langword="int"/> where it is over the second.</summary>
    public (int First, int Last) Ports => (PortRange.First, PortRange.First + Executors.Count(e => e.Port is not null) - 1);

    /// <summary>Gets the frameworks that run or ran something here.</summary>
    public IEnumerable<SyntheticFramework> Frameworks => Executors.Concat(Completed).Select(e => e.Framework).Distinct().OrderBy(f => f.Number);

    /// <summary>Gets what counts against the reservation: what was launched from it, else the executors of <c>prod</c>, as long as they fit.</summary>
    public IEnumerable<SyntheticExecutor> FromReservation()
    {
        if (Executors.Any(e => e.IsReserved is not null))
        {
            foreach (var executor in Executors.Where(e => e.IsReserved == true))
            {
                yield return executor;
            }

            yield break;
        }

        var free = Shape.ReservedForProd;
        foreach (var executor in Executors.Where(e => e.Role == "prod"))
        {
            var taken = executor.OnAgent with { Disk = default };
            if (executor.OnAgent.Disk == default && taken.FitsIn(free))
            {
                free = free.LessOrZero(taken);
                yield return executor;
            }
        }
    }
}
