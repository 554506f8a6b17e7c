using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic;

/// <summary>One agent with all that it runs and remembers.</summary>
internal sealed record SyntheticAgent
{
    public required int Index { get; init; }

    public required AgentShape Shape { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required IReadOnlyList<SyntheticExecutor> Executors { get; init; }

    public required IReadOnlyList<SyntheticExecutor> Completed { get; init; }

    /// <summary>Gets a value indicating whether the agent announces a fault domain; not every one does.</summary>
    public bool HasDomain => Index % 10 != 9;

    public ResourceVector Unreserved => Shape.Total.LessOrZero(Shape.ReservedForProd);

    /// <summary>Gets the ports that are in use; none but the first <see langword="int"/> where it is over the second.</summary>
    public (int First, int Last) Ports => (PortRange.First, PortRange.First + Executors.Count(e => e.Port is not null) - 1);

    /// <summary>Gets what counts against the reservation: the executors of <c>prod</c>, as long as they fit.</summary>
    public IEnumerable<SyntheticExecutor> FromReservation()
    {
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
