using Capacity.Core.Packing.Solving;
using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>A placement that is changed move by move, each of which starts an item on its target before it ends on its source.</summary>
internal sealed class MovingState
{
    private readonly Stack<(Move Move, bool GoesOn)> made = [];
    private readonly Dictionary<(int Item, int Machine), int> arrived = [];
    private readonly GroupBySpread spreads;
    private readonly GroupPlaces places;
    private readonly int[] groups;
    private readonly int[] most;
    private readonly int[] moved;

    public MovingState(PackingProblem problem, DisruptionBudget disruption)
    {
        Packing = new(problem);
        spreads = new(Model.Spreads);
        var names = new Dictionary<string, int>();
        groups = [.. problem.Items.Select(i => NumberOf(i.Group is { } g ? $"g:{g}" : $"i:{i.Id}"))];
        var sizes = new int[names.Count];
        foreach (var (machine, item, count) in problem.Given)
        {
            spreads.Add(item, machine, count);
            sizes[groups[item]] += count;
        }

        places = new(problem, groups, sizes.Length);
        most = [.. sizes.Select(disruption.MostOf)];
        moved = new int[sizes.Length];

        int NumberOf(string name) => names.TryGetValue(name, out var number) ? number : names[name] = names.Count;
    }

    public PackingState Packing { get; }

    public PackingModel Model => Packing.Model;

    /// <summary>Gets how many groups there are; an item without a group is one.</summary>
    public int Groups => most.Length;

    /// <summary>Gets how many moves are made.</summary>
    public int Moves => made.Count;

    public int GroupOf(int item) => groups[item];

    /// <summary>Finds how many items of a group are on which machines, in no order.</summary>
    public IReadOnlyDictionary<int, int> PlacesOf(int group) => places.Of(group);

    /// <summary>Counts the items of a kind that may still leave a machine: those that were there at first, within the group's budget.</summary>
    public int Leaving(int item, int machine) =>
        most[groups[item]] - moved[groups[item]] is var left and > 0 ? Math.Min(left, Originals(item, machine)) : 0;

    /// <summary>Says whether a move is possible now.</summary>
    public bool CanMove(Move move) => Leaving(move.Item, move.From) > 0 && CanGo(move);

    /// <summary>Says whether a move is possible now for an item that may leave its source: there is room, and no constraint breaks or gets worse.</summary>
    public bool CanGo(Move move) => move.From != move.To && Packing.CanPlace(move.Item, move.To) && spreads.Allows(move);

    /// <summary>Says whether an item that has arrived may go on: from a spare machine, say.</summary>
    public bool CanGoOn(Move move) =>
        arrived.GetValueOrDefault((move.Item, move.From)) > 0 && moved[groups[move.Item]] < most[groups[move.Item]] && CanGo(move);

    /// <summary>Makes a move, whether or not it is possible.</summary>
    public void Make(Move move)
    {
        var goesOn = Originals(move.Item, move.From) <= 0;
        Packing.Place(move.Item, move.To);
        Packing.Remove(move.Item, move.From);
        Note(move, goesOn, 1);
        made.Push((move, goesOn));
    }

    /// <summary>Makes a move where it is possible.</summary>
    public bool TryMake(Move move)
    {
        if (!CanMove(move) && !CanGoOn(move))
        {
            return false;
        }

        Make(move);
        return true;
    }

    /// <summary>Makes all moves, or none where one of them is not possible.</summary>
    public bool TryMakeAll(IReadOnlyList<Move> moves)
    {
        var before = made.Count;
        foreach (var move in moves)
        {
            if (!TryMake(move))
            {
                TakeBackTo(before);
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes moves back, the last one first, until so many are left.</summary>
    public void TakeBackTo(int moves)
    {
        while (made.Count > moves)
        {
            var (move, goesOn) = made.Pop();
            Packing.Place(move.Item, move.From);
            Packing.Remove(move.Item, move.To);
            Note(move, goesOn, -1);
        }
    }

    private int Originals(int item, int machine)
    {
        foreach (var placed in Packing.On(machine))
        {
            if (placed.Item == item)
            {
                return placed.Movable - arrived.GetValueOrDefault((item, machine));
            }
        }

        return 0;
    }

    private void Note(Move move, bool goesOn, int count)
    {
        spreads.Add(move.Item, move.To, count);
        spreads.Add(move.Item, move.From, -count);
        places.Add(groups[move.Item], move.To, count);
        places.Add(groups[move.Item], move.From, -count);
        moved[groups[move.Item]] += count;
        Arrive(move.Item, move.To, count);
        if (goesOn)
        {
            Arrive(move.Item, move.From, -count);
        }
    }

    private void Arrive(int item, int machine, int count)
    {
        var sum = arrived.GetValueOrDefault((item, machine)) + count;
        if (sum == 0)
        {
            arrived.Remove((item, machine));
        }
        else
        {
            arrived[(item, machine)] = sum;
        }
    }
}
