using Capacity.Core.Planning.Forecasting;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Forecasts;

/// <summary>Says in sentences why an outlook is what it is.</summary>
public static class ForecastReasons
{
    private const int NamedModels = 3;

    /// <summary>Writes the reasons, the most important first.</summary>
    public static IEnumerable<string> Of(Outlook outlook, TimeSpan leadTime)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var entry = outlook.Entry;
        var step = entry.Past.Step == DemandStep.Day ? "day" : "hour";
        if (entry.Forecast is not { } forecast)
        {
            yield return $"Too little history: {entry.Past.Known} of the {Forecaster.FewestValues} {step}s that a forecast takes at least. There is none yet.";
            yield break;
        }

        yield return $"{Show.Counted(entry.Past.Known, step)} of history; from them nothing is said of more than {Show.Counted(entry.Reach, step)} to come.";
        if (entry.Past.Known < 4 * entry.Past.Step.Season())
        {
            yield return $"The history is short: fewer than four {(step == "day" ? "weeks" : "days")}, so a season and its errors are hardly known.";
        }

        if (entry.Reach * entry.Past.Step.Length() < leadTime)
        {
            yield return $"The lead time of {Figures.Span(leadTime)} is farther than the forecast reaches: the probability before it counts the part that is forecast.";
        }

        yield return $"Demand in the middle: {Amount(entry.Key.Resource, forecast.Point[0])} for the next {step}, {Amount(entry.Key.Resource, forecast.Point[^1])} for the last one.";
        yield return "Models: " + string.Join(", ", entry.Weights.OrderByDescending(w => w.Value).Take(NamedModels).Select(w => $"{w.Key} {Figures.Percent(w.Value)}"))
            + (entry.Weights.Count > NamedModels ? $", and {entry.Weights.Count - NamedModels} more" : "") + ".";
        foreach (var reason in OfCapacity(outlook))
        {
            yield return reason;
        }

        yield return entry.Record is { Coverage80: double coverage, Count: var count }
            ? $"Of {Show.Counted(count, "value")} that earlier forecasts spoke of, {Figures.Percent(coverage)} came between p10 and p90; 80 % should."
            : "No earlier forecast could be compared with what came yet.";
    }

    /// <summary>Writes an amount of a resource.</summary>
    public static string Amount(DemandResource resource, double amount) => resource switch
    {
        DemandResource.Cpus => $"{Show.Cores(amount)} cores",
        DemandResource.Gpus => $"{Show.Count(amount)} GPUs",
        _ => (amount < 0 ? "-" : "") + Figures.Bytes(Math.Abs(amount)),
    };

    private static IEnumerable<string> OfCapacity(Outlook outlook)
    {
        var key = outlook.Entry.Key;
        if (outlook.Levels is not { } levels)
        {
            yield return key.Kind == DemandKind.Used ? "What is used runs nothing full: Mesos counts what is allocated."
                : key.Cut.HasCapacity ? "What there is was not measured yet." : "A team has no capacity of its own: it takes the cluster's.";
            yield break;
        }

        string Text(double amount) => Amount(key.Resource, amount);
        yield return $"Effective capacity: {Text(levels.Effective)} of {Text(levels.Total)}. Closed {Text(levels.Closed)}, stranded {Text(levels.Stranded)}, "
            + $"not placeable for today's mix {Text(levels.Unplaceable)}, kept free {Text(levels.Kept)}: for the loss of a zone {Text(levels.ZoneReserve)}, for the largest upgrade {Text(levels.UpgradeSurge)}.";
        if (levels.Allocated > levels.Effective)
        {
            yield return $"It is full already: {Text(levels.Allocated)} are allocated" + (levels.Allocated <= levels.Placeable ? ", which takes from what is to be kept free." : ".");
        }
    }
}
