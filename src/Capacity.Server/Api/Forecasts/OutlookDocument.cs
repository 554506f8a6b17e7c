using Capacity.Core.Planning.Forecasting.History;
using Capacity.Server.Forecasts;

namespace Capacity.Server.Api.Forecasts;

/// <summary>What a demand comes to. Amounts are in cores, bytes or GPUs.</summary>
public sealed record OutlookDocument
{
    /// <summary>Gets the resource: cpus, memory, disk or gpus.</summary>
    public required string Resource { get; init; }

    /// <summary>Gets what it is counted over: cluster, zone, role or team.</summary>
    public required string Level { get; init; }

    /// <summary>Gets the zone, role or team; empty for the cluster, and for agents without a zone.</summary>
    public required string Name { get; init; }

    /// <summary>Gets which demand: allocated or used.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets how many steps were measured.</summary>
    public required int Known { get; init; }

    /// <summary>Gets how many steps are forecast; 0 where the history is too short.</summary>
    public required int Reach { get; init; }

    /// <summary>Gets the last value that was measured.</summary>
    public required double? Last { get; init; }

    /// <summary>Gets what there is; null where there is nothing of its own, or it was not measured yet.</summary>
    public required CapacityDocument? Capacity { get; init; }

    /// <summary>Gets when it is full if nothing happens that is planned.</summary>
    public required FullDocument? Full { get; init; }

    /// <summary>Gets when it is full with the plan; null where that changes nothing here.</summary>
    public required FullDocument? FullWithPlan { get; init; }

    /// <summary>Gets what the plan changes here.</summary>
    public required IReadOnlyList<ChangeDocument> Changes { get; init; }

    /// <summary>Gets what each model counts in the forecast.</summary>
    public required IReadOnlyDictionary<string, double> Models { get; init; }

    /// <summary>Gets how earlier forecasts did.</summary>
    public required RecordDocument Record { get; init; }

    /// <summary>Gets why all this is so, for people.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Gets what to buy, the plan carried out; of one demand only.</summary>
    public required IReadOnlyList<PurchaseDocument> Purchases { get; init; }

    /// <summary>Gets what was; of one demand only.</summary>
    public required IReadOnlyList<DemandValueDocument> History { get; init; }

    /// <summary>Gets what is to come, the plan left out; of one demand only.</summary>
    public required IReadOnlyList<ForecastStepDocument> Forecast { get; init; }

    /// <summary>Writes an outlook.</summary>
    /// <param name="outlook">The outlook.</param>
    /// <param name="leadTime">The time from ordering machines until they run.</param>
    /// <param name="inDetail">Whether its history, forecast and record are written step by step.</param>
    public static OutlookDocument Of(Outlook outlook, TimeSpan leadTime, bool inDetail)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var (key, past) = (outlook.Entry.Key, outlook.Entry.Past);
        return new()
        {
            Resource = Words.Of(key.Resource),
            Level = Words.Of(key.Cut.Level),
            Name = key.Cut.Name,
            Kind = Words.Of(key.Kind),
            Known = past.Known,
            Reach = outlook.Entry.Reach,
            Last = past.Last,
            Capacity = CapacityDocument.Of(outlook.Levels),
            Full = FullDocument.Of(outlook, outlook.RunOuts),
            FullWithPlan = FullDocument.Of(outlook, outlook.WithPlan),
            Changes = [.. outlook.Changes.Select(c => ChangeDocument.Of(outlook, c))],
            Models = outlook.Entry.Weights,
            Record = RecordDocument.Of(outlook.Entry.Record, inDetail),
            Reasons = [.. ForecastReasons.Of(outlook, leadTime)],
            Purchases = [.. outlook.Purchases.Where(p => p.Shape.Amount > 0).Select(p => PurchaseDocument.Of(outlook, p))],
            History = inDetail ? [.. past.Values.Select((v, i) => new DemandValueDocument(past.Start + (i * past.Step.Length()), double.IsFinite(v) ? v : null))] : [],
            Forecast = inDetail ? Steps(outlook) : [],
        };
    }

    private static IReadOnlyList<ForecastStepDocument> Steps(Outlook outlook) => outlook.Entry.Forecast is not { } forecast ? [] :
        [.. Enumerable.Range(0, forecast.Point.Count).Select(h => new ForecastStepDocument(
            outlook.DateOf(h)!.Value, forecast.Quantile(h, 0.1), forecast.Quantile(h, 0.5), forecast.Quantile(h, 0.9)))];
}
