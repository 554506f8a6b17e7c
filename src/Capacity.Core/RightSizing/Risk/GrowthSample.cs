namespace Capacity.Core.RightSizing.Risk;

/// <summary>How far a level rose from some weeks to the one after them, seen in one app.</summary>
/// <param name="Spread">How uneven the level was before: see <see cref="Spreads"/>; 0 for a level that never moved.</param>
/// <param name="Growth">The logarithm of the next week's level over the level before.</param>
/// <param name="Weight">How much it counts; more than 0.</param>
public readonly record struct GrowthSample(double Spread, double Growth, double Weight);
