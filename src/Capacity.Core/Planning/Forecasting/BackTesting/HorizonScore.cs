namespace Capacity.Core.Planning.Forecasting.BackTesting;

/// <summary>How the chosen forecast did so many steps ahead.</summary>
/// <param name="Ahead">The steps ahead, 1 for the next.</param>
/// <param name="Mase">The mean absolute scaled error; <see langword="null"/> where no series ever changed.</param>
/// <param name="Coverage95">The share of values within the 95 % intervals, 0 to 1; <see langword="null"/> where nothing was measured.</param>
public sealed record HorizonScore(int Ahead, double? Mase, double? Coverage95);
