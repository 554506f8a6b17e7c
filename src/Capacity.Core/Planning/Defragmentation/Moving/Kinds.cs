namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>Which kinds of items may leave a machine.</summary>
internal static class Kinds
{
    public static List<int> Leaving(MovingState state, int machine)
    {
        var kinds = new List<int>();
        foreach (var placed in state.Packing.On(machine))
        {
            if (placed.Movable > 0 && state.Leaving(placed.Item, machine) > 0)
            {
                kinds.Add(placed.Item);
            }
        }

        // The order on a machine depends on what was tried there before.
        kinds.Sort();
        return kinds;
    }
}
