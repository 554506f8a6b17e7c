using Capacity.Core.Planning.Forecasting.Models;

namespace Capacity.Core.Planning.Forecasting.Judging;

/// <summary>A model, and what it sees of a series.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Model">The model.</param>
/// <param name="IsPlain">Whether it sees the series without the seasons that were found rather than named.</param>
internal sealed record Candidate(string Name, IForecastModel Model, bool IsPlain = false)
{
    /// <summary>Gets whether it is one of the benchmarks that forecasts are compared with: on its own it sees the series as it was measured.</summary>
    public bool IsBenchmark => Model is Naive or SeasonalNaive or Naive2;

    /// <summary>Gets whether it costs little: its parameters are not searched for with a simplex.</summary>
    public bool IsQuick => Model is not (DampedHolt or Smoothing);

    /// <summary>Lists the models that are tried on each series.</summary>
    /// <param name="season">The season in steps; 1 for none.</param>
    public static IReadOnlyList<Candidate> All(int season)
    {
        IForecastModel[] models =
        [
            new Naive(), new SeasonalNaive("seasonal-naive", season), new Naive2(season), new Drift(), new TheilSen("theil-sen", isOfShares: false), new TheilSen("theil-sen-log", isOfShares: true), new Theta(), new DampedHolt(),
            new Smoothing(), new Saturating(), new AutoRegression("autoregression", isOfSteps: false), new AutoRegression("autoregression-steps", isOfSteps: true),
        ];
        IForecastModel[] plain = [new Theta(), new DampedHolt(), new Smoothing(), new AutoRegression("autoregression", isOfSteps: false)];
        return [.. models.Select(m => new Candidate(m.Name, m)), .. plain.Select(m => new Candidate($"{m.Name}-plain", m, IsPlain: true))];
    }
}
