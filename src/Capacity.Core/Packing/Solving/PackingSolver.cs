using Capacity.Core.Packing.Solving.Bounds;
using Capacity.Core.Packing.Solving.Search;

namespace Capacity.Core.Packing.Solving;

/// <summary>Packs items on machines: greedy rules first, then a search by ejection and by packing a few machines anew for as long as there is hope and time.</summary>
public static class PackingSolver
{
    private const double ShareOfBounds = 0.2;
    private static readonly TimeSpan LeastForBounds = TimeSpan.FromSeconds(1);

    /// <summary>Solves a problem as well as the budget allows.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">What to achieve, and how long to try.</param>
    /// <param name="progress">Is told of better packings; <see langword="null"/> for nobody.</param>
    /// <param name="time">Measures the budget.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <returns>The best packing found; it has been checked by <see cref="PlacementCheck"/>.</returns>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static PackingSolution Solve(
        PackingProblem problem, PackingOptions options, IProgress<PackingProgress>? progress, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Threads);
        var clock = new SearchClock(time, options.Budget, cancellationToken);
        var boundClock = clock.Part(ShareOfBounds).AtLeast(LeastForBounds);
        var bound = LowerBounds.Machines(problem, () => boundClock.IsOver);
        var state = new PackingRun(problem, options, bound, progress, clock).Solve();
        cancellationToken.ThrowIfCancellationRequested();
        SpreadRepair.Mend(state);
        if (PlacementCheck.Faults(state) is [var fault, ..])
        {
            throw new InvalidOperationException($"The packing that was found is wrong: {fault}");
        }

        return new(state, UnplacedItems.In(state), bound, clock.Elapsed);
    }
}
