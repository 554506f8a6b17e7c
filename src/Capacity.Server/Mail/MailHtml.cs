using System.Globalization;
using System.Net;
using System.Text;

namespace Capacity.Server.Mail;

/// <summary>HTML that stands alone: styles are on the elements, so that mail programs show them.</summary>
internal static class MailHtml
{
    private const string Cell = "style=\"border-bottom:1px solid #ccc;padding:6px 10px 6px 0;text-align:left;vertical-align:top\"";

    /// <summary>Writes a whole page.</summary>
    /// <param name="title">Its title, as text.</param>
    /// <param name="facts">The paragraphs that it begins with, as text.</param>
    /// <param name="parts">What follows, as HTML.</param>
    public static string Page(string title, IEnumerable<string> facts, params IEnumerable<string> parts)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>{Text(title)}</title></head>");
        html.Append(CultureInfo.InvariantCulture, $"<body style=\"font-family:system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem\"><h1 style=\"font-size:1.3rem\">{Text(title)}</h1>");
        foreach (var fact in facts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Text(fact)}</p>");
        }

        return html.AppendJoin("", parts).Append("</body></html>").ToString();
    }

    /// <summary>Writes a heading.</summary>
    public static string Heading(string text) => $"<h2 style=\"font-size:1.1rem\">{Text(text)}</h2>";

    /// <summary>Writes a table; the first cell of a row is its head.</summary>
    /// <param name="heads">The heads of the columns, as text.</param>
    /// <param name="rows">The rows, each cell as HTML; without any there is no table.</param>
    public static string Table(IEnumerable<string> heads, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder("<table style=\"border-collapse:collapse;width:100%\"><thead><tr>");
        html.AppendJoin("", heads.Select(h => $"<th {Cell}>{Text(h)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th {Cell} scope=\"row\">{row[0]}</th>").AppendJoin("", row.Skip(1).Select(c => $"<td {Cell}>{c}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>Writes text as HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
