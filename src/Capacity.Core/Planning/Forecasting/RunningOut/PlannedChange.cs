namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>Something that people know and no history does.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Kind">What it changes.</param>
/// <param name="Step">From which step on, 0 for the next.</param>
/// <param name="Amount">By how much, in the unit of the series; negative for less.</param>
public sealed record PlannedChange(string Name, PlannedKind Kind, int Step, double Amount);
