using System.Globalization;
using System.Text;
using Capacity.Core.Alerting.Reviewing;
using Capacity.Server.Mail;
using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Reviewing;

/// <summary>The review of a week as plain text and as HTML that stands alone.</summary>
internal static class ReviewReportText
{
    private const int MostNames = 10;
    private const int MostWoken = 15;

    /// <summary>Writes one line that says it all, such as the subject of a mail.</summary>
    public static string Title(ReviewReport report) =>
        $"On call for {report.Cluster}: {Show.Counted(report.Review.Pages, "page")} in a week, {report.Review.NightPages} at night, {report.Review.WithoutAction.Count} for nothing";

    /// <summary>Writes plain text.</summary>
    public static string Text(ReviewReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Title(report));
        foreach (var fact in Facts(report))
        {
            text.AppendLine(fact);
        }

        Add("Shifts with pages", Shifts(report).Select(s => $"{ShiftName(s)}: {s.Pages}{(s.IsTooMuch ? " (too many)" : "")}, {s.NightPages} at night, {s.WithoutAction} for nothing, {Show.Counted(s.Tickets, "ticket")}"));
        Add("Noisiest alerts", Names(report).Select(n => $"{NameOf(n)}: fired {Show.Count(n.Received)} times, paged {Show.Count(n.Paged)}, {Show.Count(n.WithoutAction)} of them for nothing"));
        Add("Woken for nothing", Woken(report).Select(i => $"{Show.Time(i.PagedAt!.Value)} {i.Cause}, over after {Figures.Span(i.ResolvedAt!.Value - i.PagedAt.Value)}: {report.PageOf(i)}"));
        return text.AppendLine().AppendLine(report.Page.ToString()).ToString();

        void Add(string title, IEnumerable<string> lines)
        {
            foreach (var (line, i) in lines.Select((l, i) => (l, i)))
            {
                if (i == 0)
                {
                    text.AppendLine().AppendLine(title);
                }

                text.AppendLine(CultureInfo.InvariantCulture, $"- {line}");
            }
        }
    }

    /// <summary>Writes HTML that stands alone.</summary>
    public static string Html(ReviewReport report) => MailHtml.Page(
        Title(report),
        Facts(report),
        Part("Shifts with pages", ["Shift", "Pages", "At night", "For nothing", "Tickets"], Shifts(report).Select(s => (IReadOnlyList<string>)
            [E(ShiftName(s)), s.IsTooMuch ? $"<b>{s.Pages}, too many</b>" : $"{s.Pages}", $"{s.NightPages}", $"{s.WithoutAction}", $"{s.Tickets}"])),
        Part("Noisiest alerts", ["Alert", "Fired", "Paged", "for nothing"], Names(report).Select(n => (IReadOnlyList<string>)
            [E(NameOf(n)), Show.Count(n.Received), Show.Count(n.Paged), Show.Count(n.WithoutAction)])),
        Part("Woken for nothing", ["Paged", "Cause", "Over after"], Woken(report).Select(i => (IReadOnlyList<string>)
            [Show.Time(i.PagedAt!.Value), $"<a href=\"{E(report.PageOf(i).AbsoluteUri)}\">{E(i.Cause)}</a>", Figures.Span(i.ResolvedAt!.Value - i.PagedAt.Value)])),
        $"<p><a href=\"{E(report.Page.AbsoluteUri)}\">The whole review</a></p>");

    private static string Part(string title, IEnumerable<string> heads, IEnumerable<IReadOnlyList<string>> rows) =>
        rows.ToList() is { Count: > 0 } list ? MailHtml.Heading(title) + MailHtml.Table(heads, list) : "";

    private static IEnumerable<string> Facts(ReviewReport report)
    {
        var review = report.Review;
        yield return $"{Show.Time(review.From)} to {Show.Time(review.End)} UTC: {Show.Counted(review.Tickets, "ticket")}; {Figures.Percent(review.Compression)} of {Show.Counted(review.Received, "alert")} woke nobody.";
        if (review.TimeToPage is { } page)
        {
            yield return $"To the page: {Times(page)}. Until somebody took it on: {(review.TimeToAcknowledge is { } taken ? Times(taken) : "nobody did")}.";
        }
    }

    private static IEnumerable<ShiftLoad> Shifts(ReviewReport report) => report.Review.Shifts.Where(s => s.Pages > 0);

    private static IEnumerable<NameLoad> Names(ReviewReport report) => report.Review.Names.Take(MostNames);

    private static IEnumerable<ReviewedIncident> Woken(ReviewReport report) => report.Review.WithoutAction.Take(MostWoken);

    private static string ShiftName(ShiftLoad shift) => $"{shift.Turn.Day.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)} {shift.Turn.Shift}";

    private static string NameOf(NameLoad name) => name.Name.Length > 0 ? name.Name : "(no name)";

    private static string Times(TimeSummary times) => $"{Figures.Span(times.Median)} half of the time, {Figures.Span(times.Longest)} at most";

    private static string E(string text) => MailHtml.Text(text);
}
