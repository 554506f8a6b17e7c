namespace Capacity.Core.Planning.Defragmentation;

/// <summary>The fewest moves found after which one more item fits somewhere.</summary>
/// <param name="Machine">The index of the machine on which it fits then; <see langword="null"/> where no moves were found.</param>
/// <param name="Moves">The moves in their order; none where it fits already.</param>
/// <param name="LeastMoves">No plan has fewer moves than this; <see langword="null"/> where no moves off any one machine could ever do.</param>
public sealed record RoomPlan(int? Machine, IReadOnlyList<Move> Moves, int? LeastMoves)
{
    /// <summary>Gets whether it is proven that fewer moves do not do.</summary>
    public bool IsFewest => Machine is not null && Moves.Count == LeastMoves;
}
