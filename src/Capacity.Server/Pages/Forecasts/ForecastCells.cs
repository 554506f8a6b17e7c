using System.Globalization;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Planning.Forecasting.RunningOut;
using Capacity.Server.Forecasts;
using Capacity.Server.Pages.Charts;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Pages.Forecasts;

/// <summary>What the parts of the page about forecasts have in common.</summary>
internal static class ForecastCells
{
    public static string Name(DemandResource resource) => resource switch
    {
        DemandResource.Cpus => "CPU",
        DemandResource.Memory => "memory",
        DemandResource.Disk => "disk",
        _ => "GPUs",
    };

    public static ChartUnit Unit(DemandResource resource) => resource switch
    {
        DemandResource.Cpus => ChartUnit.Cores,
        DemandResource.Gpus => ChartUnit.Count,
        _ => ChartUnit.Bytes,
    };

    public static string Date(DateTimeOffset date, DemandStep step) =>
        date.UtcDateTime.ToString(step == DemandStep.Day ? "yyyy-MM-dd" : "MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How early and how late it could be; where what is to be kept free is taken already, when nothing more fits at all.</summary>
    public static string Range(Outlook outlook, RunOut expected) =>
        expected.P90 == 0 && (outlook.WithPlan.GetValueOrDefault(CapacityKind.Placeable) ?? outlook.RunOuts.GetValueOrDefault(CapacityKind.Placeable)) is { } placeable
            ? $"what is to be kept free is taken; nothing more of today's mix fits: {When(outlook, placeable, r => r.P50)} (p50)"
            : $"could be {When(outlook, expected, r => r.P10)} (p10), at the latest {When(outlook, expected, r => r.P90)} (p90)";

    /// <summary>When it is full: a date, that it is later than the forecast reaches, or that it is full.</summary>
    public static string When(Outlook outlook, RunOut? runOut, Func<RunOut, int?> quantile)
    {
        if (runOut is null)
        {
            return Show.Unknown;
        }

        return quantile(runOut) is not int step ? $"after {Date(outlook.DateOf(outlook.Entry.Reach)!.Value, outlook.Entry.Past.Step)}"
            : step == 0 ? "now"
            : Date(outlook.DateOf(step)!.Value, outlook.Entry.Past.Step);
    }
}
