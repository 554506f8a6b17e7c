using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>How many machines any packing of all items needs at least.</summary>
public static class LowerBounds
{
    /// <summary>Gives the best of all bounds: by volume, by dual-feasible functions, by items that exclude one another, and by constraints.</summary>
    /// <returns>0 or more; more than there are machines where not everything can be placed.</returns>
    public static int Machines(PackingProblem problem)
    {
        var model = problem.Model;
        if (model.Count.All(c => c == 0))
        {
            return 0;
        }

        // A reservation may be used as if it were everybody's: what a machine could hold at most.
        var capacity = (double[])model.Capacity.Clone();
        model.Reservations.AddTo(capacity, model.Stride);
        return new[]
        {
            VolumeBound.Of(model, capacity),
            DualFeasibleBound.Of(model, capacity),
            CliqueBound.Of(model, capacity),
            SpreadBound.Of(model),
        }.Max();
    }
}
