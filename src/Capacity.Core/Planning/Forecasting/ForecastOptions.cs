namespace Capacity.Core.Planning.Forecasting;

/// <summary>What to forecast.</summary>
/// <param name="Horizon">The steps ahead, 1 or more.</param>
/// <param name="Season">The season in steps, such as 7 for days or 24 for hours; 1 for none.</param>
public sealed record ForecastOptions(int Horizon, int Season)
{
    /// <summary>Gets whether each model's own forecast is given too, for comparison.</summary>
    public bool EveryModel { get; init; }
}
