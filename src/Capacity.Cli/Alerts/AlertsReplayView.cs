using System.Globalization;
using Capacity.Cli.Terminal;
using Capacity.Core.Alerting.Correlation;
using Spectre.Console;

namespace Capacity.Cli.Alerts;

/// <summary>Shows a person what became of a storm.</summary>
internal static class AlertsReplayView
{
    private const int MostReasons = 20;

    public static void Show(ReplayResult result, IAnsiConsole console)
    {
        var storm = result.Storm;
        var alerts = result.Alerts.Count;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{storm.Name}[/]: {Figures.Counted(alerts, "alert")} ({(result.Copies == 1 ? "1 copy" : $"{Figures.Count(result.Copies)} copies")}), {Figures.Counted(result.Incidents.Count(), "incident")}, [bold]{Figures.Counted(result.Pages, "page")}[/]{Compression(result.Pages, alerts)}");
        console.WriteLine();
        var table = new FittedTable(new("Began"), new("Paged after"), Column.Name("Cause"), Column.Name("Why", 1), Column.Figure("Alerts"), Column.Figure("Machines", 3), new("Over", 2));
        foreach (var incident in result.Incidents.OrderBy(i => i.PagedAt is null).ThenBy(i => i.OpenedAt))
        {
            var page = result.Calls.Find(c => c.Kind == DecisionKind.Page && c.Incident!.Id == incident.Id);
            table.Add(
                At(incident.OpenedAt, storm),
                page is null ? "ticket" : string.Create(CultureInfo.InvariantCulture, $"[bold]{result.Delays[incident.Id].TotalSeconds:0} s[/]"),
                Markup.Escape(incident.Cause),
                Markup.Escape(page?.Reason ?? ""),
                $"{incident.Alerts}",
                $"{incident.Hosts.Count}",
                incident.ResolvedAt is { } over ? At(over, storm) : "open");
        }

        table.WriteTo(console);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Held back: {Figures.Counted(result.Quietened.Count, "alert")}[/]");
        foreach (var ((kind, reason), count) in result.Reasons.OrderByDescending(r => r.Value).Take(MostReasons))
        {
            console.MarkupLineInterpolated($"{count,7}  {kind.ToString().ToLowerInvariant(),-7} {reason}");
        }

        if (result.Reasons.Count > MostReasons)
        {
            console.MarkupLineInterpolated($"[dim]         and {result.Reasons.Count - MostReasons} more reasons; --output json has all[/]");
        }
    }

    private static string At(DateTimeOffset at, Storm storm) => $"+{(at - storm.Start).TotalSeconds:0} s";

    private static string Compression(int pages, int alerts) => alerts == 0 ? "" : FormattableString.Invariant($", {100.0 * (alerts - pages) / alerts:0.#} % fewer than alerts");
}
