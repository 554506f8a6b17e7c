using Capacity.Cli.Terminal;
using Capacity.Server.Api.Incidents;
using Spectre.Console;

namespace Capacity.Cli.Incidents;

/// <summary>Shows incidents on a terminal.</summary>
internal static class IncidentView
{
    private const int MostApps = 10;
    private const int MostEntries = 30;
    private const int MostReasons = 20;

    public static void ShowAll(IReadOnlyList<IncidentDocument> incidents, HeldDocument held, DateTimeOffset now, IAnsiConsole console)
    {
        if (incidents.Count == 0)
        {
            console.MarkupLine("No incidents.");
        }
        else
        {
            var table = new FittedTable(
                new("Id"), new("State"), Column.Name("Cause"), new("Began", 4), Column.Figure("For", 2), Column.Figure("Firing", 1), Column.Figure("Alerts", 3), Column.Figure("Machines", 4), Column.Name("Team", 5));
            foreach (var incident in incidents.OrderBy(i => i.ResolvedAt is not null).ThenBy(i => i.PagedAt is null).ThenByDescending(i => i.OpenedAt))
            {
                table.Add(
                    Markup.Escape(incident.Id),
                    State(incident),
                    Markup.Escape(incident.Cause),
                    Moments.Text(incident.OpenedAt),
                    Moments.Span((incident.ResolvedAt ?? now) - incident.OpenedAt),
                    Figures.Count(incident.Firing),
                    Figures.Count(incident.Alerts),
                    Figures.Count(incident.Hosts),
                    Markup.Escape(incident.Team ?? Figures.Unknown));
            }

            table.WriteTo(console);
        }

        console.MarkupLineInterpolated($"[dim]Alerts held back now: {held.Held} waiting, {held.Tickets} for working hours, {held.Silenced} silenced.[/]");
        foreach (var group in held.Groups.Where(g => g.Alerts > 0 && g.Reason.Length > 0).OrderByDescending(g => g.Alerts).Take(MostReasons))
        {
            console.MarkupLineInterpolated($"[dim]{group.Alerts,7}  {group.Reason}{(group.Until is { } until ? $", until {Moments.Text(until)}" : "")}[/]");
        }
    }

    public static void Show(IncidentDetailDocument detail, DateTimeOffset now, IAnsiConsole console)
    {
        var incident = detail.Incident;
        console.MarkupLineInterpolated($"[bold]{incident.Cause}[/]");
        console.MarkupLine($"{State(incident)}, {incident.Severity}, began {Moments.Text(incident.OpenedAt)}, {(incident.ResolvedAt is { } over ? $"took {Moments.Span(over - incident.OpenedAt)}" : $"{Moments.Span(now - incident.OpenedAt)} ago")}{(incident.PagedAt is { } paged ? $", paged after {Moments.Span(paged - incident.OpenedAt)}" : "")}");
        console.MarkupLineInterpolated($"{incident.Firing} of {Figures.Counted(incident.Alerts, "alert")} {(incident.Alerts == 1 ? "fires" : "fire")}{(incident.Silenced > 0 ? $", {incident.Silenced} silenced" : "")}; {Figures.Counted(incident.Hosts, "machine")} failed{Place(incident)}");
        if (incident.BlastRadius is { AppCount: > 0 } radius)
        {
            console.MarkupLineInterpolated($"{Figures.Counted(radius.Instances, "instance")} of {Figures.Counted(radius.AppCount, "app")} ran there: {string.Join(", ", radius.Apps.Take(MostApps).Select(a => $"{a.Id} ({a.Lost} of {a.Instances})"))}{(radius.AppCount > MostApps ? ", …" : "")}");
        }

        Title(console, $"Why this cause: confidence {Figures.Percent(detail.Confidence.Value)}");
        foreach (var reason in detail.Confidence.Reasons)
        {
            console.MarkupLineInterpolated($"- {reason}");
        }

        Title(console, "Timeline");
        foreach (var entry in detail.Timeline.TakeLast(MostEntries))
        {
            console.MarkupLineInterpolated($"{Moments.Text(entry.At)}  {entry.Text}");
        }

        Title(console, "Alerts, and why each paged or not");
        var alerts = new FittedTable(Column.Figure("Alerts"), Column.Figure("Firing", 1), new("What became of them"), Column.Name("Why"), Column.Name("Such as", 2));
        foreach (var group in detail.Evidence.Concat(detail.Alerts).GroupBy(a => (a.Verdict, a.Reason)).OrderByDescending(g => g.Count()).Take(MostReasons))
        {
            alerts.Add(
                Figures.Count(group.Count()),
                Figures.Count(group.Count(a => a.Firing)),
                group.Key.Verdict,
                Markup.Escape(group.Key.Reason),
                Markup.Escape(string.Join(", ", group.First().Labels.Select(l => $"{l.Key}=\"{l.Value}\""))));
        }

        alerts.WriteTo(console);
    }

    private static string State(IncidentDocument incident) => (incident.ResolvedAt, incident.PagedAt) switch
    {
        (not null, null) => "ticket, over",
        (not null, _) => "paged, over",
        (null, null) => "ticket",
        _ => "[red]paged[/]",
    };

    private static string Place(IncidentDocument incident) => (incident.Zone, incident.Rack) switch
    {
        ({ } zone, { } rack) => $" in zone {zone}, rack {rack}",
        ({ } zone, null) => $" in zone {zone}",
        (null, { } rack) => $" in rack {rack}",
        _ => "",
    };

    private static void Title(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }
}
