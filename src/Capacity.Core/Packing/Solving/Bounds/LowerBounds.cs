namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>How many machines any packing of all items needs at least.</summary>
public static class LowerBounds
{
    private const int MostInClique = 1_500;
    private const int MostInCliqueOfSet = 300;

    /// <summary>Gives the best of all bounds: by volume, by dual-feasible functions, by items that exclude one another, and by constraints and conflicts.</summary>
    /// <returns>0 or more; more than there are machines where not everything can be placed.</returns>
    public static int Machines(PackingProblem problem) => Machines(problem, () => false);

    /// <summary>Gives the best of the bounds that there is time for.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="isOver">Whether the time is over.</param>
    internal static int Machines(PackingProblem problem, Func<bool> isOver)
    {
        var model = problem.Model;
        var capacity = (double[])model.Capacity.Clone();
        model.Reservations.AddTo(capacity, model.Stride);
        var whole = new Subproblem(model, capacity, [.. Enumerable.Range(0, model.Items).Where(i => model.Count[i] > 0)], [.. Enumerable.Range(0, model.Machines)]);
        if (whole.Items.Length == 0)
        {
            return 0;
        }

        var hasRules = GivenRules.AreKept(problem);
        var bound = Of(whole, MostInClique);
        return hasRules ? Math.Max(bound, EligibilityBound.Of(whole, part => Of(part, MostInCliqueOfSet), isOver)) : bound;

        int Of(Subproblem part, int mostInClique)
        {
            var best = VolumeBound.Of(part);
            var others = new Func<int>[] { () => hasRules ? SpreadBound.Of(part) : 0, () => DualFeasibleBound.Of(part), () => CliqueBound.Of(part, hasRules, mostInClique) };
            foreach (var other in others.TakeWhile(_ => !isOver()))
            {
                best = Math.Max(best, other());
            }

            return best;
        }
    }
}
