using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Planning.Defragmentation.Search;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>As few groups as possible are left with fewer items than they need when one host, rack or zone fails.</summary>
/// <remarks>
/// A case is a group and a kind of failure of which some domain takes so many that fewer than the quorum are left. Groups that
/// have no more items than their quorum are no case, nor are kinds with one domain alone: no move can help them.
/// </remarks>
internal sealed class RiskGoal : IMoveGoal
{
    private readonly ShapeFit fit;
    private readonly List<FailureDomains> kinds;
    private readonly int[] quorums;

    public RiskGoal(ShapeFit fit, IEnumerable<FailureDomains> kinds, int[] quorums)
    {
        this.fit = fit;
        this.kinds = [.. kinds.Where(k => k.Count > 1)];
        this.quorums = quorums;
    }

    public int Focuses => quorums.Length;

    public bool IsLocal => false;

    // Fewer cases first, then fewer items short of a quorum.
    public double Value(MovingState state) => -Enumerable.Range(0, quorums.Length).Sum(g => Cases(state.PlacesOf(g), g) + (0.001 * Short(state.PlacesOf(g), g)));

    public double Measure(MovingState state) => Enumerable.Range(0, quorums.Length).Sum(g => Cases(state.PlacesOf(g), g));

    public MoveBundle? Propose(MovingState state, int focus, int most, Random random)
    {
        var first = Risk(state, focus);
        if (first == 0)
        {
            return null;
        }

        var before = state.Moves;
        var moves = new List<Move>();
        while (moves.Count < most && Risk(state, focus) > 0 && Next(state, focus) is { } move)
        {
            state.Make(move);
            moves.Add(move);
        }

        var gain = first - Risk(state, focus);
        state.TakeBackTo(before);
        return moves.Count == 0 ? null : new(moves, gain / moves.Count);
    }

    public IEnumerable<int> Touched(MovingState state, Move move) => [state.GroupOf(move.Item)];

    private double Risk(MovingState state, int group) => Cases(state.PlacesOf(group), group) + (0.001 * Short(state.PlacesOf(group), group));

    private Move? Next(MovingState state, int group)
    {
        var (best, least) = (default(Move?), Risk(state, group) - 1e-9);
        foreach (var machine in state.PlacesOf(group).Keys.Order())
        {
            foreach (var item in Kinds.Leaving(state, machine).Where(i => state.GroupOf(i) == group))
            {
                var cost = new RiskCost(this, fit, group, machine, least);
                if (Targets.Cheapest(state, item, machine, cost) is { } move)
                {
                    (best, least) = (move, After(state, group, machine, move.To));
                }
            }
        }

        return best;
    }

    /// <summary>Gives a group's risk after one of its items has moved.</summary>
    internal double After(MovingState state, int group, int from, int to)
    {
        var places = new Dictionary<int, int>(state.PlacesOf(group));
        places[from]--;
        places[to] = places.GetValueOrDefault(to) + 1;
        return Cases(places, group) + (0.001 * Short(places, group));
    }

    private int Cases(IReadOnlyDictionary<int, int> places, int group) => kinds.Count(k => Missing(k, places, group) > 0);

    private int Short(IReadOnlyDictionary<int, int> places, int group) => kinds.Sum(k => Missing(k, places, group));

    private int Missing(FailureDomains kind, IReadOnlyDictionary<int, int> places, int group)
    {
        var all = places.Values.Sum();
        if (all <= quorums[group])
        {
            return 0;
        }

        var most = places.Keys.Max(m => kind.Of[m] is var domain and >= 0 ? InDomain(kind, places, domain) : 0);
        return Math.Max(0, quorums[group] - (all - most));
    }

    private static int InDomain(FailureDomains kind, IReadOnlyDictionary<int, int> places, int domain)
    {
        var sum = 0;
        foreach (var (machine, count) in places)
        {
            sum += kind.Of[machine] == domain ? count : 0;
        }

        return sum;
    }
}
