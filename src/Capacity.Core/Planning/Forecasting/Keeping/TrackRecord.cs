namespace Capacity.Core.Planning.Forecasting.Keeping;

/// <summary>How the kept forecasts of a series did by what came: what stands beside each new one.</summary>
/// <param name="Count">How many values could be compared.</param>
/// <param name="Coverage80">The share of values between p10 and p90, 0 to 1; <see langword="null"/> before anything could be compared.</param>
/// <param name="Steps">The same by how far ahead the forecast was, the nearest first; steps without a comparison are left out.</param>
public sealed record TrackRecord(int Count, double? Coverage80, IReadOnlyList<StepRecord> Steps)
{
    /// <summary>Judges forecasts.</summary>
    /// <param name="forecasts">The kept forecasts of one series.</param>
    /// <param name="actual">What came, by time; times that are not there were not measured and are not judged.</param>
    public static TrackRecord Of(IEnumerable<KeptForecast> forecasts, IReadOnlyDictionary<DateTimeOffset, double> actual)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(actual);
        var compared =
            from forecast in forecasts
            from h in Enumerable.Range(0, forecast.P50.Count)
            where actual.ContainsKey(forecast.Start + (h * forecast.Step))
            let value = actual[forecast.Start + (h * forecast.Step)]
            select (Ahead: h + 1, Error: Math.Abs(value - forecast.P50[h]), IsInside: value >= forecast.P10[h] && value <= forecast.P90[h]);
        StepRecord[] steps =
        [
            .. from c in compared
               group c by c.Ahead into step
               orderby step.Key
               select new StepRecord(step.Key, step.Count(), step.Average(c => c.Error), step.Average(c => c.IsInside ? 1.0 : 0)),
        ];
        var count = steps.Sum(s => s.Count);
        return new(count, count > 0 ? steps.Sum(s => s.Coverage80 * s.Count) / count : null, steps);
    }
}
