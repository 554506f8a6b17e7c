using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Keeping;

namespace Capacity.Server.Forecasts;

/// <summary>Makes the forecasts of all demands together, each no farther than its history bears. Of hours, only what may run out is forecast: that is made while somebody waits.</summary>
internal static class ForecastMaker
{
    /// <summary>The most steps that are forecast: half a year of days, a week of hours.</summary>
    private static int Longest(DemandStep step) => step == DemandStep.Day ? 180 : 168;

    /// <summary>How many steps are forecast for each that was measured: whoever has seen two weeks says nothing of the summer.</summary>
    private const int StepsForEach = 2;

    /// <summary>The teams that are forecast, those that are allocated most.</summary>
    private const int MostTeams = 50;

    public static IReadOnlyList<(DemandPast Past, Forecast? Forecast, IReadOnlyDictionary<string, double> Weights)> Make(
        IReadOnlyList<DemandPast> pasts, DemandStep step, CancellationToken cancellationToken)
    {
        List<DemandPast> chosen = [.. step == DemandStep.Day ? WithoutSmallTeams(pasts) : pasts.Where(p => p.Key is { Cut.HasCapacity: true, Kind: DemandKind.Allocated })];
        var horizon = Math.Min(Longest(step), StepsForEach * chosen.Select(p => p.Known).DefaultIfEmpty(0).Max());
        if (horizon < 1)
        {
            return [];
        }

        var forecasts = Forecaster.Run([.. chosen.Select(p => p.Values)], new(horizon, step.Season()), cancellationToken);
        return [.. chosen.Zip(forecasts, (past, f) => (past, Cut(f.Chosen, StepsForEach * past.Known), f.Weights))];
    }

    public static KeptForecast? Keep(DemandPast past, Forecast? forecast, DateTimeOffset now) => forecast is null ? null : new(
        past.Key.ToString(), now, past.End, past.Step.Length(), forecast.Quantiles(0.1), forecast.Quantiles(0.5), forecast.Quantiles(0.9));

    private static Forecast? Cut(Forecast? forecast, int reach) => forecast is null || forecast.Point.Count <= reach ? forecast : forecast with
    {
        Point = [.. forecast.Point.Take(reach)],
        Scale = [.. forecast.Scale.Take(reach)],
    };

    private static IEnumerable<DemandPast> WithoutSmallTeams(IReadOnlyList<DemandPast> pasts)
    {
        var large = pasts.Where(p => p.Key is { Cut.Level: CutLevel.Team, Resource: DemandResource.Memory, Kind: DemandKind.Allocated })
            .OrderByDescending(p => p.Last ?? 0).Take(MostTeams).Select(p => p.Key.Cut).ToHashSet();
        return pasts.Where(p => p.Key.Cut.Level != CutLevel.Team || large.Contains(p.Key.Cut));
    }
}
