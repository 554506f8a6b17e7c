using System.Globalization;
using System.Text;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>A team's report as plain text and as HTML that stands alone.</summary>
internal static class TeamReportText
{
    /// <summary>Writes one line that says it all, such as the subject of a mail.</summary>
    public static string Title(TeamReport report) => $"{report.Team} on {report.Cluster}: {Money(report, report.SavingPerMonth)} of {Money(report, report.CostPerMonth)} a month can be saved";

    /// <summary>Writes plain text.</summary>
    public static string Text(TeamReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Title(report));
        foreach (var fact in Facts(report))
        {
            text.AppendLine(fact);
        }

        foreach (var (line, i) in report.Lines.Select((l, i) => (l, i)))
        {
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"{i + 1}. {line.Id} ({line.Framework}): {ReasonWords.Of(line.Verdict)}, {Saving(report, line)}, grade {line.Grade}");
            text.AppendLine(CultureInfo.InvariantCulture, $"   {line.Now} -> {line.Advised}");
            foreach (var why in line.Why)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"   - {why}");
            }
        }

        return text.ToString();
    }

    /// <summary>Writes HTML: styles are on the elements, so that mail programs show them.</summary>
    public static string Html(TeamReport report)
    {
        const string Cell = "style=\"border-bottom:1px solid #ccc;padding:6px 10px 6px 0;text-align:left;vertical-align:top\"";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>{E(Title(report))}</title></head>");
        html.Append(CultureInfo.InvariantCulture, $"<body style=\"font-family:system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem\"><h1 style=\"font-size:1.3rem\">{E(Title(report))}</h1>");
        foreach (var fact in Facts(report))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{E(fact)}</p>");
        }

        if (report.Lines.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<table style=\"border-collapse:collapse;width:100%\"><thead><tr><th {Cell}>App</th><th {Cell}>Now → should have</th><th {Cell}>Month</th><th {Cell}>Why</th></tr></thead><tbody>");
            foreach (var line in report.Lines)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><th {Cell} scope=\"row\">{E(line.Id)}<br><small>{E(line.Framework)} · {E(ReasonWords.Of(line.Verdict))} · grade {E(line.Grade)}</small></th>");
                html.Append(CultureInfo.InvariantCulture, $"<td {Cell}>{E(line.Now)} →<br><b>{E(line.Advised)}</b></td><td {Cell}>{E(Saving(report, line))}</td><td {Cell}>{string.Join("<br>", line.Why.Select(E))}</td></tr>");
            }

            html.Append("</tbody></table>");
        }

        return html.Append("</body></html>").ToString();
    }

    private static IEnumerable<string> Facts(TeamReport report)
    {
        yield return $"{Amounts.Counted(report.Apps, "app")}, {Amounts.Number(report.Lines.Count)} to look at, as of {report.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC. The worst first: what is too small, then the largest saving.";
        if (report.RealisedPerMonth != 0)
        {
            yield return $"Saved since advice was followed: {Money(report, report.RealisedPerMonth)} a month.";
        }

        if (report.PutAside > 0)
        {
            yield return $"Put aside by you: {Amounts.Counted(report.PutAside, "app")}.";
        }
    }

    private static string Saving(TeamReport report, TeamReportLine line) => line.SavingPerMonth > 0 ? $"saves {Money(report, line.SavingPerMonth)}" : "needs more";

    private static string Money(TeamReport report, double perMonth) => Amounts.Monthly(perMonth / Amounts.HoursPerMonth, report.Currency);

    private static string E(string text) => System.Net.WebUtility.HtmlEncode(text);
}
