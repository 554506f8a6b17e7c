namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>What it costs a goal to have an item on a machine.</summary>
internal interface ITargetCost
{
    /// <summary>Gives the cost of one more item there, 0 or more; infinite where it must not be.</summary>
    double Of(MovingState state, int item, int machine);
}
