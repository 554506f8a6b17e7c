using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;

namespace Capacity.Server.Forecasts;

/// <summary>All forecasts that were made at one time.</summary>
/// <param name="At">When they were made.</param>
/// <param name="Step">How long a step is.</param>
/// <param name="Entries">One for each demand.</param>
/// <param name="Shapes">Up to which demand shapes find room; none before the cluster was measured.</param>
public sealed record ForecastSet(DateTimeOffset At, DemandStep Step, IReadOnlyList<ForecastEntry> Entries, IReadOnlyList<ShapeLimit> Shapes)
{
    private readonly Dictionary<DemandKey, ForecastEntry> byKey = Entries.ToDictionary(e => e.Key);

    /// <summary>Finds the forecast of a demand; <see langword="null"/> where there is no such demand.</summary>
    public ForecastEntry? Find(DemandKey key) => byKey.GetValueOrDefault(key);

    /// <summary>Finds the demand of a cut by its last value, for sharing plans out.</summary>
    public IReadOnlyDictionary<DemandCut, double> Demands(DemandResource resource, DemandKind kind) =>
        Entries.Where(e => e.Key.Resource == resource && e.Key.Kind == kind && e.Past.Last is not null).ToDictionary(e => e.Key.Cut, e => e.Past.Last!.Value);
}
