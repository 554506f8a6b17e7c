namespace Capacity.Core.RightSizing.Risk;

/// <summary>How far a peak rose from some weeks to the one after them, seen in one app.</summary>
/// <param name="Spread">How uneven the days were before: see <see cref="Spreads"/>; 0 for a level that never moved.</param>
/// <param name="Growth">The logarithm of the next week's peak over the highest before; 0 or less where it stayed below.</param>
/// <param name="Weeks">How many weeks were known before, 1 or more.</param>
/// <param name="Move">The logarithm of the next week's peak over that of the last week before, below 0 where it fell; <see langword="null"/> where that week was not whole.</param>
public readonly record struct GrowthSample(double Spread, double Growth, int Weeks, double? Move);
