using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Planning.Defragmentation.Search;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>As many machines as possible are empty.</summary>
internal sealed class FreeMachinesGoal(ShapeFit fit, int machines) : IMoveGoal
{
    public int Focuses => machines;

    public bool IsLocal => true;

    public double Value(MovingState state) => machines - state.Packing.MachinesUsed;

    public double Measure(MovingState state) => Value(state);

    public MoveBundle? Propose(MovingState state, int focus, int most, Random random)
    {
        var leaving = new List<int>();
        foreach (var placed in state.Packing.On(focus))
        {
            if (state.Leaving(placed.Item, focus) < placed.Count)
            {
                return null;
            }

            leaving.AddRange(Enumerable.Repeat(placed.Item, placed.Count));
        }

        return leaving.Count == 0 || leaving.Count > most ? null : Vacate(state, focus, leaving);
    }

    public IEnumerable<int> Touched(MovingState state, Move move) => [move.From, move.To];

    private MoveBundle? Vacate(MovingState state, int focus, List<int> leaving)
    {
        var before = state.Moves;
        var cost = new FullestCost(fit);
        var moves = new List<Move>(leaving.Count);
        foreach (var item in leaving.OrderByDescending(i => Size(state, i, focus)).ThenBy(i => i))
        {
            if (state.Leaving(item, focus) == 0 || Targets.Cheapest(state, item, focus, cost) is not { } move)
            {
                break;
            }

            state.Make(move);
            moves.Add(move);
        }

        state.TakeBackTo(before);
        return moves.Count == leaving.Count ? new(moves, 1.0 / moves.Count) : null;
    }

    private static double Size(MovingState state, int item, int machine)
    {
        var size = 0.0;
        var demand = state.Model.DemandOf(item);
        var capacity = state.Model.CapacityOf(machine);
        for (var r = 0; r < state.Model.Resources; r++)
        {
            size = Math.Max(size, capacity[r] > 0 ? demand[r] / capacity[r] : 0);
        }

        return size;
    }
}
