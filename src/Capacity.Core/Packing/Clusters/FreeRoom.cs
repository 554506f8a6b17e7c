using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Clusters;

/// <summary>What is left of machines, as machines of their own: for whatever comes without anything being moved.</summary>
public static class FreeRoom
{
    /// <summary>Gives each machine with the room that a placement leaves on it, reservations included.</summary>
    public static IReadOnlyList<PackingMachine> Of(PackingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var problem = state.Problem;
        return [.. problem.Machines.Select((machine, m) => machine with
        {
            Capacity = [.. problem.Resources.Select((_, r) => Math.Max(0, state.Free(m, r)))],
            Reserved = machine.Reserved.ToDictionary(r => r.Key, r => Rest(state, m, r.Key, r.Value), StringComparer.Ordinal),
        })];
    }

    /// <summary>Gives what items of a role may take of one machine: what is left for everybody and what is left of its reservation.</summary>
    /// <param name="state">The placement.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="role">The role of the reservation; <see langword="null"/> for what everybody may take.</param>
    public static IReadOnlyList<double> Of(PackingState state, int machine, string? role)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rest = role is not null && state.Problem.Machines[machine].Reserved.TryGetValue(role, out var reserved) ? Rest(state, machine, role, reserved) : null;
        return [.. state.Problem.Resources.Select((_, r) => Math.Max(0, state.Free(machine, r)) + (rest?[r] ?? 0))];
    }

    /// <summary>Items of a role take from its reservation first, so what they need of it in all says what is left.</summary>
    private static IReadOnlyList<double> Rest(PackingState state, int machine, string role, IReadOnlyList<double> reserved)
    {
        var rest = reserved.ToArray();
        foreach (var placed in state.On(machine))
        {
            var item = state.Problem.Items[placed.Item];
            for (var r = 0; item.Role == role && r < rest.Length; r++)
            {
                rest[r] -= item.Demand[r] * placed.Count;
            }
        }

        return [.. rest.Select((amount, r) => amount > reserved[r] * 1e-12 ? amount : 0)];
    }
}
