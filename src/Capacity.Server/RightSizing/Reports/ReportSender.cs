using Capacity.Server.Configuration;

namespace Capacity.Server.RightSizing.Reports;

/// <summary>Sends each team its report once a week, to each of its receivers.</summary>
internal sealed class ReportSender(AdviceKeeper keeper, ServiceConfiguration configuration, ReportPost post, ReportDeliveries deliveries, TimeProvider time)
{
    /// <summary>Sends what is due.</summary>
    /// <exception cref="IOException">The state can't be read or written.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var (now, settings) = (time.GetUtcNow(), configuration.RightSizing.Reports);
        var due = ReportWeek.LastDue(settings, now);
        List<ReportTrouble> troubles = [];
        if (keeper.Latest is { } set && now - due <= ReportPost.TriedFor)
        {
            Dictionary<string, ReportFailure> blocked = [];
            foreach (var team in set.Apps.Select(a => a.Advice.App.Team).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                foreach (var receiver in ReportReceiver.Of(settings, team))
                {
                    if (await post.DeliverAsync(team, $"team {team}", receiver, due, blocked, () => Task.FromResult(Write(set, team, due)), cancellationToken) is { } trouble)
                    {
                        troubles.Add(trouble);
                    }
                }
            }
        }

        deliveries.EndRound("teams", troubles);
    }

    private OutgoingReport? Write(AdviceSet set, string team, DateTimeOffset due) =>
        TeamReport.Of(set, team, configuration.ClusterName, configuration.RightSizing.Currency, time.GetUtcNow()) is { } report
            ? new(new { Title = TeamReportText.Title(report), Text = TeamReportText.Text(report), Report = report }, to => ReportMail.Of(report, to, due))
            : null;
}
