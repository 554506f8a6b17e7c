using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Finds the first machine of an order that takes an item, without a look at all those that are full.</summary>
/// <param name="state">The packing.</param>
/// <param name="machines">The machines in their order.</param>
internal sealed class FirstPlaces(PackingState state, IReadOnlyList<int> machines)
{
    /// <summary>An item that may be on less than one of so many machines is tried on those alone.</summary>
    private const int Narrow = 8;

    private readonly PackingModel model = state.Model;
    private readonly RoomTree tree = new(state, machines);
    private readonly Dictionary<MachineSet, int[]> narrow = [];
    private int[]? placeOf;
    private int[]? own;
    private int item;
    private int from;
    private int at;
    private bool returns;

    /// <summary>Goes over to another kind of item.</summary>
    public void Begin(int next)
    {
        (item, from) = (next, 0);
        own = model.Eligibility.SetOf(next) is { } set && (long)set.Count * Narrow < model.Machines ? PlacesOf(set) : null;

        // Equal items do not fit where the one before did not, unless it was in the way of an even spread only.
        returns = Array.Exists(model.Spreads.RulesOf(next), r => r.Operator == ConstraintOperator.GroupBy);
    }

    /// <summary>Finds a machine for one more.</summary>
    /// <returns>The machine, or -1 where there is none.</returns>
    public int Next()
    {
        for (at = From(returns ? 0 : from); at >= 0; at = From(at + 1))
        {
            if (state.CanPlace(item, machines[PlaceOf(at)]))
            {
                from = at;
                return machines[PlaceOf(at)];
            }
        }

        return -1;
    }

    /// <summary>Is told that the item is on the machine that <see cref="Next"/> found.</summary>
    public void Placed() => tree.Update(PlaceOf(at));

    private int PlaceOf(int index) => own is null ? index : own[index];

    // What is reserved for a role is beside what the tree knows.
    private int From(int index) =>
        own is null && !model.Reservations.MayServe(item) ? tree.First(item, index)
        : index < (own?.Length ?? machines.Count) ? index : -1;

    private int[] PlacesOf(MachineSet set)
    {
        if (!narrow.TryGetValue(set, out var places))
        {
            placeOf ??= Places();
            narrow[set] = places = [.. set.ToArray(model.Machines).Select(m => placeOf[m]).Where(p => p >= 0).Order()];
        }

        return places;
    }

    private int[] Places()
    {
        var places = new int[model.Machines];
        Array.Fill(places, -1);
        for (var p = 0; p < machines.Count; p++)
        {
            places[machines[p]] = p;
        }

        return places;
    }
}
