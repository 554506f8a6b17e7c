using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Clusters;

/// <summary>From which reservations the containers of one agent take, so that what is free of each comes out as the master says.</summary>
/// <remarks>
/// A packing problem takes all it can from a task's reservation. Where tasks run on everybody's resources although their role has a
/// reservation there, that would show too much as free for everybody; so some of them, the smallest ones, are taken for everybody's.
/// </remarks>
internal static class AgentPools
{
    /// <summary>Pairs each container with the role of the reservation that it takes from; <see langword="null"/> for everybody's resources.</summary>
    public static IEnumerable<(Container Container, string? Pool)> Split(AgentResources agent, IEnumerable<(Container Container, string? Pool)> containers)
    {
        foreach (var group in containers.GroupBy(c => c.Pool))
        {
            var reservation = agent.Reservations.FirstOrDefault(r => r.Role == group.Key);
            var needed = group.Sum(c => c.Container.Allocated);
            var taken = ResourceVector.Zero;
            foreach (var (container, pool) in group.OrderByDescending(c => c.Container.Allocated.Cpus).ThenBy(c => c.Container.Id, StringComparer.Ordinal))
            {
                var takes = reservation is null || needed.AtMost(reservation.Reserved).FitsIn(reservation.Allocated) || (taken + container.Allocated).FitsIn(reservation.Allocated);
                taken += takes ? container.Allocated : default;
                yield return (container, takes ? pool : null);
            }
        }
    }

    /// <summary>Finds what is allocated beyond the containers, by reservation; <see langword="null"/> is everybody's.</summary>
    public static IEnumerable<(string? Pool, ResourceVector Amount)> Others(AgentResources agent, IReadOnlyList<(Container Container, string? Pool)> containers)
    {
        var rest = agent.Allocated.LessOrZero(containers.Sum(c => c.Container.Allocated));
        foreach (var reservation in agent.Reservations)
        {
            var shown = containers.Where(c => c.Pool == reservation.Role).Sum(c => c.Container.Allocated).AtMost(reservation.Reserved);
            var hidden = reservation.Allocated.AtMost(reservation.Reserved).LessOrZero(shown).AtMost(rest);
            rest = rest.LessOrZero(hidden);
            yield return (reservation.Role, hidden);
        }

        yield return (null, rest);
    }

    /// <summary>Finds what everybody's resources have to hold: what takes from no reservation, and what reservations are too small for.</summary>
    public static ResourceVector NeededOfEverybody(AgentResources agent, IEnumerable<(string? Pool, ResourceVector Amount)> all) => all
        .GroupBy(a => a.Pool)
        .Sum(g => g.Sum(a => a.Amount).LessOrZero(agent.Reservations.FirstOrDefault(r => r.Role == g.Key)?.Reserved ?? default));
}
