namespace Capacity.Core.Planning.Defragmentation.Search;

/// <summary>Moves that are of use together.</summary>
/// <param name="Moves">The moves in their order, one at least.</param>
/// <param name="Worth">What they are worth against other bundles: as a rule what the goal gains, divided by the moves.</param>
internal sealed record MoveBundle(IReadOnlyList<Move> Moves, double Worth);
