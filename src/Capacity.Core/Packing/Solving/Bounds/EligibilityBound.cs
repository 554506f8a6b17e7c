using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Items that may be on some machines only need some of those; what sets of machines without a common one need adds up.</summary>
internal static class EligibilityBound
{
    /// <summary>Of more sets than these, the others count as one machine each.</summary>
    private const int MostBounded = 32;
    private const int MostSets = 2_000;

    /// <summary>Finds sets without a common machine that need many.</summary>
    /// <param name="whole">The whole problem.</param>
    /// <param name="bound">Bounds the items of one set.</param>
    /// <param name="isOver">Whether the time is over: sets that are not bounded by then count as one machine each.</param>
    public static int Of(Subproblem whole, Func<Subproblem, int> bound, Func<bool> isOver)
    {
        var chosen = new List<(MachineSet Machines, int Least)>();
        foreach (var (machines, least) in Sets(whole, bound, isOver).OrderBy(s => s.Machines.Count))
        {
            // Sets that this one has machines in common with give way where they need fewer together.
            var others = chosen.FindAll(c => c.Machines.Overlaps(machines));
            if (others.Sum(o => (long)o.Least) < least)
            {
                chosen.RemoveAll(others.Contains);
                chosen.Add((machines, least));
            }
        }

        return (int)Math.Min(int.MaxValue, chosen.Sum(c => (long)c.Least));
    }

    private static List<(MachineSet Machines, int Least)> Sets(Subproblem whole, Func<Subproblem, int> bound, Func<bool> isOver)
    {
        var items = whole.Items.Where(i => whole.Model.Eligibility.SetOf(i) is not null)
            .GroupBy(i => whole.Model.Eligibility.SetOf(i)!)
            .Select(g => (Machines: g.Key, Items: g.ToArray()))
            .OrderByDescending(s => s.Items.Sum(i => (long)whole.Model.Count[i]))
            .Take(MostSets).ToArray();
        return [.. items.Select((set, rank) => (set.Machines, rank < MostBounded && !isOver() ? Bound(set.Machines) : 1))];

        int Bound(MachineSet machines) => bound(whole with
        {
            Machines = machines.ToArray(whole.Model.Machines),
            Items = [.. items.Where(s => s.Machines.IsIn(machines)).SelectMany(s => s.Items)],
        });
    }
}
