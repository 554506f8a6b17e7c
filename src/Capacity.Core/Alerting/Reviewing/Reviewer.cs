using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Reviewing;

/// <summary>Works out what a stretch of time was like for those on call.</summary>
public static class Reviewer
{
    /// <summary>Reviews a stretch of time.</summary>
    /// <param name="incidents">Incidents; those that neither began nor paged in it do not count.</param>
    /// <param name="alone">Alerts of that time that belong to no incident.</param>
    /// <param name="plan">Who was on call when.</param>
    /// <param name="from">The beginning.</param>
    /// <param name="end">The end, exclusive.</param>
    public static Review Of(IEnumerable<ReviewedIncident> incidents, IReadOnlyCollection<ReviewedAlert> alone, ShiftPlan plan, DateTimeOffset from, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(alone);
        ArgumentNullException.ThrowIfNull(plan);
        var all = incidents.Where(i => IsIn(i.OpenedAt) || IsIn(i.PagedAt)).OrderBy(i => i.OpenedAt).ToList();
        var paged = all.Where(i => IsIn(i.PagedAt)).ToList();
        var names = Names(all, alone);
        return new()
        {
            From = from,
            End = end,
            Incidents = all,
            Pages = paged.Count,
            NightPages = paged.Count(i => plan.IsNight(i.PagedAt!.Value)),
            Tickets = all.Count(i => i.PagedAt is null),
            Received = names.Sum(n => n.Received),
            TimeToPage = TimeSummary.Of(paged.Select(i => Least(i.PagedAt!.Value - i.OpenedAt))),
            TimeToAcknowledge = TimeSummary.Of(paged.Where(i => i.AcknowledgedAt is not null).Select(i => Least(i.AcknowledgedAt!.Value - i.PagedAt!.Value))),
            Shifts = [.. plan.Between(from, end).Select(t => Load(t, all, plan, IsIn))],
            Names = names,
            WithoutAction = [.. paged.Where(i => i.IsWithoutAction).OrderByDescending(i => i.PagedAt)],
        };

        bool IsIn(DateTimeOffset? at) => at is { } time && from <= time && time < end;
    }

    private static ShiftLoad Load(ShiftTurn turn, List<ReviewedIncident> incidents, ShiftPlan plan, Func<DateTimeOffset?, bool> isIn)
    {
        var paged = incidents.Where(i => isIn(i.PagedAt) && turn.Contains(i.PagedAt!.Value)).ToList();
        return new(
            turn,
            paged.Count,
            paged.Count(i => plan.IsNight(i.PagedAt!.Value)),
            paged.Count(i => i.IsWithoutAction),
            incidents.Count(i => i.PagedAt is null && turn.Contains(i.OpenedAt)));
    }

    private static List<NameLoad> Names(List<ReviewedIncident> incidents, IReadOnlyCollection<ReviewedAlert> alone) =>
    [
        .. incidents.SelectMany(i => i.Alerts.Select(a => (Alert: a, i.IsWithoutAction))).Concat(alone.Select(a => (Alert: a, IsWithoutAction: false)))
            .GroupBy(a => a.Alert.Name)
            .Select(g => new NameLoad(
                g.Key,
                g.Sum(a => a.Alert.Episodes),
                g.Count(a => a.Alert.Verdict == Verdict.Paged),
                g.Count(a => a.Alert.Verdict == Verdict.Attached),
                g.Count(a => a.Alert.Verdict is Verdict.Held or Verdict.None),
                g.Count(a => a.Alert.Verdict == Verdict.Ticket),
                g.Count(a => a.Alert.Verdict == Verdict.Paged && a.IsWithoutAction)))
            .OrderByDescending(n => n.Paged).ThenByDescending(n => n.Received).ThenBy(n => n.Name, StringComparer.Ordinal),
    ];

    /// <summary>A machine's page may be decided on what began before it.</summary>
    private static TimeSpan Least(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;
}
