namespace Capacity.Core.Planning.Forecasting.Keeping;

/// <summary>How forecasts did so many steps ahead.</summary>
/// <param name="Ahead">The steps ahead, 1 for the next.</param>
/// <param name="Count">How many values could be compared.</param>
/// <param name="MeanAbsoluteError">How far the middle course was off in the mean, in the unit of the series.</param>
/// <param name="Coverage80">The share of values between p10 and p90, bounds included, 0 to 1; four of five should be.</param>
public sealed record StepRecord(int Ahead, int Count, double MeanAbsoluteError, double Coverage80);
