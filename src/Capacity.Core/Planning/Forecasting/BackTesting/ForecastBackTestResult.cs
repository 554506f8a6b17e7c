namespace Capacity.Core.Planning.Forecasting.BackTesting;

/// <summary>What a back-test found.</summary>
/// <param name="Models">Each model on its own, in the order in which they are tried.</param>
/// <param name="Chosen">What would have been forecast.</param>
/// <param name="ErrorByHorizon">How that did by how far ahead it was, the nearest first.</param>
/// <param name="Weights">What each model counted in it, in the mean.</param>
/// <param name="Windows">How many pieces of series were held out and forecast.</param>
/// <param name="Skipped">The series that are too short for any.</param>
public sealed record ForecastBackTestResult(
    IReadOnlyList<ForecastScore> Models, ForecastScore Chosen, IReadOnlyList<HorizonScore> ErrorByHorizon, IReadOnlyDictionary<string, double> Weights, int Windows, IReadOnlyList<string> Skipped);
