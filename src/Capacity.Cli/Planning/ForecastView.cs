using System.Globalization;
using Capacity.Cli.Packing;
using Capacity.Cli.Terminal;
using Capacity.Server.Api.Forecasts;
using Spectre.Console;

namespace Capacity.Cli.Planning;

/// <summary>Shows forecasts of a cluster on a terminal.</summary>
internal static class ForecastView
{
    private const int MostShapes = 12;

    public static void Show(ForecastDocument answer, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]When it is full[/] [dim]forecast at {Time(answer.At)} UTC in {answer.Step}s; a lead time of {answer.LeadTimeDays:0.#} days[/]");
        if (answer.Demands.Count == 0)
        {
            console.MarkupLineInterpolated($"Too little history: no {answer.Step} is over yet that was looked at.");
            return;
        }

        Demands(answer).WriteTo(console);
        console.MarkupLine("[dim]Full: the effective capacity is gone, which is what today's mix may grow to less what is kept free for the loss of a zone or an upgrade.[/]");
        if (answer.Demands is [var one])
        {
            Detail(one, answer, console);
        }

        if (answer.Shapes.Any(s => s.Room > 0 && s.P10 is not null))
        {
            console.WriteLine();
            console.MarkupLine("[bold]Until when tasks find room[/]");
            Shapes(answer).WriteTo(console);
        }
    }

    private static FittedTable Demands(ForecastDocument answer)
    {
        var hasPlan = answer.Demands.Any(d => d.FullWithPlan is not null);
        Column[] columns =
        [
            new("Resource"), Column.Name("Of"), Column.Figure("Now", 2), Column.Figure("Effective", 3), Column.Figure("Total", 4), new("p10", 1), new("p50"), new("p90", 5),
            .. hasPlan ? new Column[] { new("p50 planned") } : [], Column.Figure("Before lead time", 1), Column.Figure("In p10-p90", 6),
        ];
        var table = new FittedTable(columns);
        foreach (var d in answer.Demands)
        {
            var full = d.Full?.Effective;
            table.Add(
            [
                Markup.Escape(d.Resource),
                Markup.Escape(Of(d)),
                Amount(d.Resource, d.Last),
                Amount(d.Resource, d.Capacity?.Effective),
                Amount(d.Resource, d.Capacity?.Total),
                When(d, answer, full?.P10),
                d.Reach == 0 ? $"too little history: {d.Known}" : When(d, answer, full?.P50),
                When(d, answer, full?.P90),
                .. hasPlan ? new[] { d.FullWithPlan is { Effective: { } planned } ? Date(answer, planned.P50) : Figures.Unknown } : [],
                Figures.Percent((d.FullWithPlan?.Effective ?? full)?.ProbabilityBeforeLeadTime),
                Figures.Percent(d.Record.Coverage80),
            ]);
        }

        return table;
    }

    private static void Detail(OutlookDocument d, ForecastDocument answer, IAnsiConsole console)
    {
        console.WriteLine();
        foreach (var reason in d.Reasons)
        {
            console.MarkupLineInterpolated($"  {reason}");
        }

        if (d.Full is not null)
        {
            console.WriteLine();
            var table = new FittedTable(new("Full is"), new("p10"), new("p50"), new("p90"), new("p50 planned", 1));
            foreach (var (name, of) in new (string, Func<FullDocument, RunOutDocument?>)[] { ("kept free is taken", f => f.Effective), ("nothing more is placed", f => f.Placeable), ("everything is allocated", f => f.Total) })
            {
                var full = of(d.Full);
                table.Add(name, Date(answer, full?.P10), Date(answer, full?.P50), Date(answer, full?.P90), d.FullWithPlan is { } planned ? Date(answer, of(planned)?.P50) : Figures.Unknown);
            }

            table.WriteTo(console);
        }

        foreach (var change in d.Changes)
        {
            console.MarkupLineInterpolated($"  planned from {Time(change.Date)}: {change.Name}, {change.Changes} {(change.Amount > 0 ? "+" : "")}{Amount(d.Resource, change.Amount)}");
        }

        foreach (var p in d.Purchases)
        {
            console.MarkupLineInterpolated($"  {(p.Machines == 0
                ? $"{p.Shape}: none is needed; it runs out with a probability of {Figures.Percent(p.ProbabilityWithout)} within the forecast."
                : $"{p.Shape}: {p.Machines} running by {Date(answer, p.NeededBy)}, ordered by {Date(answer, p.OrderBy)}: it runs out with {Figures.Percent(p.ProbabilityWith)} in place of {Figures.Percent(p.ProbabilityWithout)}.")}");
        }
    }

    private static FittedTable Shapes(ForecastDocument answer)
    {
        var table = new FittedTable(new("Shape"), Column.Name("Where"), Column.Figure("Room now", 1), new("could be full", 1), new("full"));
        foreach (var s in answer.Shapes.Where(s => s.Room > 0 && s.P10 is not null).OrderBy(s => s.P50 ?? DateTimeOffset.MaxValue).ThenBy(s => s.P10).Take(MostShapes))
        {
            table.Add(
                $"{PackingWords.Cores(s.Shape.CpuCores)} CPU + {PackingWords.Bytes(s.Shape.MemoryBytes)}", Markup.Escape(s.Zone is { } zone ? $"zone {zone}" : "cluster"), Figures.Count(s.Room), Date(answer, s.P10), Date(answer, s.P50));
        }

        return table;
    }

    private static string Of(OutlookDocument d) => d.Level == "cluster" ? "cluster" : $"{d.Level} {(d.Name.Length > 0 ? d.Name : "(none)")}";

    private static string When(OutlookDocument d, ForecastDocument answer, DateTimeOffset? date) => d.Full is null ? Figures.Unknown : Date(answer, date);

    private static string Date(ForecastDocument answer, DateTimeOffset? date) => date is not { } at ? "later" : at <= answer.At ? "now"
        : at.UtcDateTime.ToString(answer.Step == "day" ? "yyyy-MM-dd" : "MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Amount(string resource, double? amount) => (amount, resource) switch
    {
        (null, _) => Figures.Unknown,
        ({ } cores, "cpus") => PackingWords.Cores(cores),
        ({ } count, "gpus") => count.ToString("0.#", CultureInfo.InvariantCulture),
        ({ } bytes, _) => (bytes < 0 ? "-" : "") + PackingWords.Bytes((long)Math.Abs(bytes)),
    };
}
