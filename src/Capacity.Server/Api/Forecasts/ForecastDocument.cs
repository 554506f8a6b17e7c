using Capacity.Server.Forecasts;

namespace Capacity.Server.Api.Forecasts;

/// <summary>What will be needed, and when it is full.</summary>
/// <param name="Schema">The name of this form of the document.</param>
/// <param name="At">When the forecasts were made.</param>
/// <param name="Step">day or hour.</param>
/// <param name="LeadTimeDays">The days from ordering machines until they run.</param>
/// <param name="Target">The probability of running out that is accepted, 0 to 1.</param>
/// <param name="Demands">One for each demand that was asked for.</param>
/// <param name="Shapes">Until when tasks of which shapes find room; with days only.</param>
/// <param name="Plan">What is planned, as it was counted.</param>
public sealed record ForecastDocument(
    string Schema,
    DateTimeOffset At,
    string Step,
    double LeadTimeDays,
    double Target,
    IReadOnlyList<OutlookDocument> Demands,
    IReadOnlyList<ShapeRunOutDocument> Shapes,
    IReadOnlyList<PlannedEventDocument> Plan)
{
    /// <summary>The name of this form of the document.</summary>
    public const string SchemaName = "capacity-forecast/1";

    /// <summary>Gets the demands as a table for programs.</summary>
    public static CsvTable<OutlookDocument> Columns { get; } = new(
        ("resource", d => d.Resource),
        ("level", d => d.Level),
        ("name", d => d.Name),
        ("kind", d => d.Kind),
        ("known", d => d.Known),
        ("reach", d => d.Reach),
        ("last", d => d.Last),
        ("total", d => d.Capacity?.Total),
        ("placeable", d => d.Capacity?.Placeable),
        ("effective", d => d.Capacity?.Effective),
        ("p10", d => d.Full?.Effective?.P10),
        ("p50", d => d.Full?.Effective?.P50),
        ("p90", d => d.Full?.Effective?.P90),
        ("probability_before_lead_time", d => d.Full?.Effective?.ProbabilityBeforeLeadTime),
        ("planned_p10", d => d.FullWithPlan?.Effective?.P10),
        ("planned_p50", d => d.FullWithPlan?.Effective?.P50),
        ("planned_p90", d => d.FullWithPlan?.Effective?.P90),
        ("coverage80", d => d.Record.Coverage80));

    /// <summary>Gets the steps of one demand as a table for programs: what was, then what is to come.</summary>
    public static CsvTable<ForecastRow> Steps { get; } = new(("at", r => r.At), ("value", r => r.Value), ("p10", r => r.P10), ("p50", r => r.P50), ("p90", r => r.P90));

    /// <summary>Writes outlooks.</summary>
    public static ForecastDocument Of(ForecastSet set, OutlookRequest request, IReadOnlyList<Outlook> outlooks)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(outlooks);
        return new(
            SchemaName,
            set.At,
            Words.Of(set.Step),
            request.LeadTime.TotalDays,
            request.Target,
            [.. outlooks.Select(o => OutlookDocument.Of(o, request.LeadTime, outlooks.Count == 1))],
            [.. OutlookMaker.Shapes(set, request).Where(s => request.Name is null || s.Shape.Cut.Name == request.Name).Select(s => ShapeRunOutDocument.Of(s.Shape, s.RunOut, s.Start))],
            [.. request.Plan.Select(e => PlannedEventDocument.Of(e, null))]);
    }
}
