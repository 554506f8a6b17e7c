using Capacity.Core.Planning.Forecasting.BackTesting;

namespace Capacity.Cli.Planning;

/// <summary>A back-test of forecasts as JSON.</summary>
internal sealed record ForecastBackTestDocument(
    int Horizon,
    int Season,
    int Rolling,
    int Series,
    int Windows,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<ForecastScore> Models,
    ForecastScore Chosen,
    IReadOnlyDictionary<string, double> Weights,
    IReadOnlyList<HorizonScore> ErrorByHorizon);
