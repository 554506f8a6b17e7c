using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.TimeSeries;
using Capacity.Server.Forecasts;
using Capacity.Server.Pages.Charts;

namespace Capacity.Server.Pages.Forecasts;

/// <summary>The lines of a fan chart: what was, then what is to come; and what there is.</summary>
internal sealed class FanLines
{
    /// <summary>The steps of history that are shown for each that is forecast.</summary>
    private const int HistoryForEach = 2;

    private readonly Outlook outlook;
    private readonly double?[] past;

    public FanLines(Outlook outlook)
    {
        this.outlook = outlook;
        var all = outlook.Entry.Past;
        var shown = Math.Min(all.Values.Count, Math.Max(30, HistoryForEach * outlook.Entry.Reach));
        past = [.. all.Values.Skip(all.Values.Count - shown).Select(v => double.IsFinite(v) ? v : (double?)null)];
        Range = new(all.End - (shown * all.Step.Length()), all.End + (outlook.Entry.Reach * all.Step.Length()), all.Step.Length());
    }

    public SeriesRange Range { get; }

    /// <summary>Gets how many steps of the range are over.</summary>
    public int Over => past.Length;

    public IReadOnlyList<ChartLine> Lines()
    {
        var lines = new List<ChartLine> { new(outlook.Entry.Key.Kind == DemandKind.Used ? "used" : "allocated", "used", Then(past, [])) };
        if (outlook.Entry.Forecast is not null)
        {
            lines.Add(new("p50", "i0", Quantile(0.5)));
            lines.Add(new("p10", "rest", Quantile(0.1)));
            lines.Add(new("p90", "rest", Quantile(0.9)));
        }

        if (outlook.Levels is { } levels)
        {
            lines.Add(new("effective", "limit", Flat(levels.Effective)));
            lines.Add(new("total", "total", Flat(levels.Total)));
        }

        if (outlook.PlannedRoom is { Count: > 0 } room)
        {
            lines.Add(new("effective with the plan", "i2", Then(new double?[past.Length], room)));
            lines.Add(new("p50 with the plan", "i3", Then(new double?[past.Length], Planned())));
        }

        return lines;
    }

    public double?[] Quantile(double probability) => Then(new double?[past.Length], outlook.Entry.Forecast?.Quantiles(probability) ?? []);

    /// <summary>The middle course with the demand that is planned.</summary>
    private double[] Planned() => [.. outlook.Entry.Forecast!.Quantiles(0.5).Select((v, h) =>
        v + outlook.Changes.Where(c => c.Kind == Core.Planning.Forecasting.RunningOut.PlannedKind.Demand && c.Step <= h).Sum(c => c.Amount))];

    private double?[] Flat(double value) => [.. Enumerable.Repeat((double?)value, Range.Count)];

    private double?[] Then(double?[] first, IReadOnlyList<double> then)
    {
        var values = new double?[Range.Count];
        first.CopyTo(values, 0);
        for (var h = 0; h < then.Count; h++)
        {
            values[first.Length + h] = then[h];
        }

        return values;
    }
}
