using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Capacity.Server.Mail;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>A team's report as a mail.</summary>
internal static class ReportMail
{
    private const int IdBytes = 16;

    /// <summary>Writes it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="to">The receiver's address.</param>
    /// <param name="due">When the report was due: it is the same mail, however often it is sent, until the next is due.</param>
    public static OutgoingMail Of(TeamReport report, string to, DateTimeOffset due) => new()
    {
        To = to,
        Subject = TeamReportText.Title(report),
        Text = TeamReportText.Text(report),
        Html = TeamReportText.Html(report),
        Id = Id(report.Cluster, report.Team, to, due),
        List = new($"Right-sizing on {report.Cluster}", $"right-sizing.{Label(report.Cluster)}"),
    };

    /// <summary>Makes the same id of the same report to the same receiver.</summary>
    public static string Id(string cluster, string about, string to, DateTimeOffset due) => Id($"{cluster}\n{about}\n{to.ToLowerInvariant()}\n{due.ToString("O", CultureInfo.InvariantCulture)}");

    /// <summary>A label of a domain name: names of clusters may hold anything.</summary>
    public static string Label(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')) is { Length: > 0 } label ? label : "cluster";

    private static string Id(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, IdBytes));
}
