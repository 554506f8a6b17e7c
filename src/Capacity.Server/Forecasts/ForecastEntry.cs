using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Keeping;

namespace Capacity.Server.Forecasts;

/// <summary>The forecast of one demand.</summary>
/// <param name="Past">What was.</param>
/// <param name="Forecast">What is to come, as far as the history bears; <see langword="null"/> where that is too short for any.</param>
/// <param name="Weights">What each model counts in it.</param>
/// <param name="Record">How the forecasts before did.</param>
public sealed record ForecastEntry(DemandPast Past, Forecast? Forecast, IReadOnlyDictionary<string, double> Weights, TrackRecord Record)
{
    /// <summary>Gets which demand it is of.</summary>
    public DemandKey Key => Past.Key;

    /// <summary>Gets how many steps it reaches.</summary>
    public int Reach => Forecast?.Point.Count ?? 0;
}
