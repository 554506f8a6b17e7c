namespace Capacity.Core.Planning.Forecasting.BackTesting;

/// <summary>How a model did with what was held out, in the mean over series. What there was no ground for is <see langword="null"/>.</summary>
/// <param name="Name">The model.</param>
/// <param name="Mase">The mean absolute scaled error; 1 is what a seasonal naive forecast has within the histories.</param>
/// <param name="Smape">The symmetric mean absolute percentage error, 0 to 200.</param>
/// <param name="Msis95">The mean scaled interval score of the 95 % intervals.</param>
/// <param name="Coverage95">The share of values within the 95 % intervals, 0 to 1.</param>
/// <param name="Coverage80">The share of values within the 80 % intervals, 0 to 1.</param>
public sealed record ForecastScore(string Name, double? Mase, double? Smape, double? Msis95, double? Coverage95, double? Coverage80);
