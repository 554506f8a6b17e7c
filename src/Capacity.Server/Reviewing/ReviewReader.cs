using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Reviewing;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;
using Capacity.Server.Paging;

namespace Capacity.Server.Reviewing;

/// <summary>Reviews a stretch of time by what is stored of its incidents.</summary>
public sealed class ReviewReader(Stores stores, PagingLedger ledger, ServiceConfiguration configuration)
{
    /// <summary>The most incidents that are looked at.</summary>
    public const int MostIncidents = 10_000;

    private const int MostAlerts = 2000;

    private static readonly Verdict[] Alone = [Verdict.None, Verdict.Held, Verdict.Ticket];

    /// <summary>Reviews a stretch of time.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="end">Its end, exclusive.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The store can't be read.</exception>
    public async Task<Review> ReadAsync(DateTimeOffset from, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var store = stores.State.Incidents;
        var (records, _) = await store.ListAsync(new() { Since = from, Take = MostIncidents }, cancellationToken);
        List<ReviewedIncident> incidents = [];
        foreach (var incident in records.Select(r => r.Incident).Where(i => i.OpenedAt < end))
        {
            var alerts = await store.AlertsOfAsync(incident.Id, MostAlerts, cancellationToken);
            incidents.Add(new()
            {
                Id = incident.Id,
                Cause = incident.Cause,
                OpenedAt = Began(incident, alerts),
                PagedAt = incident.PagedAt,
                AcknowledgedAt = incident.PagedAt is null ? null : await AcknowledgedAtAsync(incident.Id, cancellationToken),
                ResolvedAt = incident.ResolvedAt,
                Alerts = [.. alerts.Select(Reviewed)],
            });
        }

        var alone = await store.FiringAsync(Alone, MostAlerts, cancellationToken);
        return Reviewer.Of(incidents, [.. alone.Where(a => a.Incident is null && from <= a.FiredAt && a.FiredAt < end).Select(Reviewed)], configuration.OnCall, from, end);
    }

    /// <summary>An incident is made when it is decided upon; it began with the first alert that proves it.</summary>
    private static DateTimeOffset Began(Incident incident, IReadOnlyList<ExplainedAlert> alerts) =>
        alerts.Where(a => a.Verdict == Verdict.Paged).Select(a => a.FiredAt).Append(incident.OpenedAt).Min();

    private static ReviewedAlert Reviewed(ExplainedAlert alert) => new(alert.Labels["alertname"], alert.Verdict, Math.Max(1, alert.Episodes));

    /// <summary>The first who took it on: others may have taken it over.</summary>
    private async Task<DateTimeOffset?> AcknowledgedAtAsync(string incident, CancellationToken cancellationToken)
    {
        var told = await ledger.ReadAsync(incident, cancellationToken);
        return told?.Notes.Where(n => n.Kind == NoteKind.Acknowledgement).Select(n => (DateTimeOffset?)n.At).FirstOrDefault() ?? told?.Incident.AcknowledgedAt;
    }
}
