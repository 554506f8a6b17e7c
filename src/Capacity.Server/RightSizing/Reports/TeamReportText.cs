using System.Globalization;
using System.Text;
using Capacity.Core.RightSizing.Advice;
using Capacity.Server.Mail;

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

    /// <summary>Writes HTML that stands alone.</summary>
    public static string Html(TeamReport report) => MailHtml.Page(
        Title(report),
        Facts(report),
        MailHtml.Table(
            ["App", "Now → should have", "Month", "Why"],
            [
                .. report.Lines.Select(line => (IReadOnlyList<string>)
                [
                    $"{E(line.Id)}<br><small>{E(line.Framework)} · {E(ReasonWords.Of(line.Verdict))} · grade {E(line.Grade)}</small>",
                    $"{E(line.Now)} →<br><b>{E(line.Advised)}</b>",
                    E(Saving(report, line)),
                    string.Join("<br>", line.Why.Select(E)),
                ]),
            ]));

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

    private static string Saving(TeamReport report, TeamReportLine line) => line.Verdict == Verdict.TooSmall ? "needs more" : $"saves {Money(report, line.SavingPerMonth)}";

    private static string Money(TeamReport report, double perMonth) => Amounts.Monthly(perMonth / Amounts.HoursPerMonth, report.Currency);

    private static string E(string text) => MailHtml.Text(text);
}
