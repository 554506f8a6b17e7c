using Capacity.Core.Cluster;
using Capacity.Core.Packing.Fitting;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Whether a request fits now, and where nothing of it does, the fewest moves found after which one instance does.</summary>
/// <param name="Fit">Whether it fits, where, and why not.</param>
/// <param name="Room">The moves; <see langword="null"/> where something of it fits as it is.</param>
public sealed record FitOrRoom(FitAnswer Fit, ClusterRoomPlan? Room)
{
    private const int MostMoves = 20;

    /// <summary>Looks for room in what is free, and where there is none, for moves that make some.</summary>
    public static FitOrRoom Find(ClusterSnapshot snapshot, FitRequest request, CancellationToken cancellationToken)
    {
        var fit = new FitSearch(snapshot).Find(request);
        return new(fit, fit.Placed > 0 ? null : ClusterRoom.Find(snapshot, request, MostMoves, null, cancellationToken));
    }
}
