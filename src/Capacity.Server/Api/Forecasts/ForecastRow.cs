namespace Capacity.Server.Api.Forecasts;

/// <summary>A step of one demand: what was, or what is to come.</summary>
/// <param name="At">When the step begins.</param>
/// <param name="Value">What was demanded; null for a gap, and for what is to come.</param>
/// <param name="P10">What is not exceeded with a probability of one in ten; null for what was.</param>
/// <param name="P50">What is exceeded as likely as not.</param>
/// <param name="P90">What is not exceeded with a probability of nine in ten.</param>
public sealed record ForecastRow(DateTimeOffset At, double? Value, double? P10, double? P50, double? P90)
{
    /// <summary>Lays a demand's history and forecast one after the other.</summary>
    public static IEnumerable<ForecastRow> Of(OutlookDocument outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return outlook.History.Select(h => new ForecastRow(h.At, h.Value, null, null, null)).Concat(outlook.Forecast.Select(f => new ForecastRow(f.At, null, f.P10, f.P50, f.P90)));
    }
}
