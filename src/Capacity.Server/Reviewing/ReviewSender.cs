using Capacity.Server.Api.Reviewing;
using Capacity.Server.Configuration;
using Capacity.Server.RightSizing.Reports;

namespace Capacity.Server.Reviewing;

/// <summary>Sends the review of the last week of on-call, once a week, as reports of teams are sent.</summary>
internal sealed class ReviewSender(ReviewReader reader, ServiceConfiguration configuration, ReportPost post, ReportDeliveries deliveries, TimeProvider time)
{
    private const string Name = "on-call";

    /// <summary>What it is remembered by: no team has an empty name.</summary>
    private const string Key = "";

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Sends what is due.</summary>
    /// <exception cref="IOException">The state can't be read or written.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var (now, settings) = (time.GetUtcNow(), configuration.OnCallReport);
        var due = ReportWeek.LastDue(settings, now);
        List<ReportTrouble> troubles = [];
        if (now - due <= ReportPost.TriedFor)
        {
            Dictionary<string, ReportFailure> blocked = [];
            foreach (var receiver in ReportReceiver.Of(settings, Key))
            {
                if (await post.DeliverAsync(Key, Name, receiver, due, blocked, () => WriteAsync(due, cancellationToken), cancellationToken) is { } trouble)
                {
                    troubles.Add(trouble);
                }
            }
        }

        deliveries.EndRound(Name, troubles);
    }

    private async Task<OutgoingReport?> WriteAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var review = await reader.ReadAsync(due - Week, due, cancellationToken);
        var report = new ReviewReport(review, configuration.ClusterName, configuration.Address);
        return new(
            new { Title = ReviewReportText.Title(report), Text = ReviewReportText.Text(report), Report = ReviewDocument.Of(review) },
            to => new()
            {
                To = to,
                Subject = ReviewReportText.Title(report),
                Text = ReviewReportText.Text(report),
                Html = ReviewReportText.Html(report),
                Id = ReportMail.Id(report.Cluster, Name, to, due),
                List = new($"On-call on {report.Cluster}", $"on-call.{ReportMail.Label(report.Cluster)}"),
            });
    }
}
