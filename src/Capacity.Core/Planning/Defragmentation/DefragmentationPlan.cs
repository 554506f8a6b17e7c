namespace Capacity.Core.Planning.Defragmentation;

/// <summary>Moves in the order in which they are to be made.</summary>
/// <param name="Goal">What they achieve.</param>
/// <param name="Before">The goal's measure before the first move.</param>
/// <param name="Moves">The moves: each is possible when those before it are done.</param>
/// <param name="Rounds">How many times a part of the plan was made anew.</param>
/// <param name="RanOutOfTime">Whether the search was cut by its time, so that another run may find another plan.</param>
public sealed record DefragmentationPlan(DefragmentationGoal Goal, double Before, IReadOnlyList<PlannedMove> Moves, int Rounds, bool RanOutOfTime)
{
    /// <summary>Gets the goal's measure after the last move.</summary>
    public double After => Moves.Count > 0 ? Moves[^1].Value : Before;

    /// <summary>Gets how many waves there are.</summary>
    public int Waves => Moves.Count > 0 ? Moves[^1].Wave : 0;
}
