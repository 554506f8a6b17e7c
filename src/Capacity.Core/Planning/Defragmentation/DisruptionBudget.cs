namespace Capacity.Core.Planning.Defragmentation;

/// <summary>How much of one app may be moved.</summary>
/// <param name="MostPerPlan">How many items of a group one plan may move, 0 or more.</param>
/// <param name="MostRatio">Which part of a group's items one plan may move, rounded down, but one item at least; over 0 and at most 1.</param>
/// <param name="MostAtATime">How many items of a group may move in one wave, 1 or more.</param>
/// <remarks>Since each item is started on its target before it ends on its source, a group never has fewer items than before.</remarks>
public sealed record DisruptionBudget(int MostPerPlan = int.MaxValue, double MostRatio = 0.25, int MostAtATime = 1)
{
    /// <summary>Counts the items that may be moved of a group of so many.</summary>
    public int MostOf(int items) => Math.Min(MostPerPlan, Math.Max(1, (int)Math.Floor(items * MostRatio)));
}
