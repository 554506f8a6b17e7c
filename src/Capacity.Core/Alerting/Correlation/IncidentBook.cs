using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Incidents: opened, joined, paged, over; and what was decided about them.</summary>
internal sealed class IncidentBook(AlertPolicy policy, Agenda agenda, ChangeBook changes, Touched touched)
{
    /// <summary>A page proves itself with some alerts; the counts say the rest.</summary>
    private const int MostEvidence = 50;

    private readonly Dictionary<string, Incident> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Incident> open = new(StringComparer.Ordinal);

    public List<Decision> Decisions { get; } = [];

    public long Sequence { get; set; }

    public IEnumerable<Incident> All => byId.Values;

    /// <summary>Gets the failures of several machines that are not over, oldest first.</summary>
    public List<Incident> Domains { get; } = [];

    public Incident? Control => open.GetValueOrDefault("control");

    public void Restore(Incident incident)
    {
        byId[incident.Id] = incident;
        if (incident.IsOpen)
        {
            open[incident.Key] = incident;
            if (incident.Kind == IncidentKind.Domain)
            {
                Domains.Add(incident);
            }

            if (incident.QuietUntil is { } until)
            {
                agenda.Add(until, Purpose.Quiet, incident);
            }
        }
    }

    public Incident? Of(TrackedAlert alert) => alert.Incident is { } id && byId.TryGetValue(id, out var incident) && incident.IsOpen ? incident : null;

    public Incident? Find(string key) => open.GetValueOrDefault(key);

    public Incident Open(IncidentKind kind, string key, string cause, DateTimeOffset now)
    {
        if (open.TryGetValue(key, out var known))
        {
            return known;
        }

        var incident = new Incident { Id = $"{++Sequence:D6}-{key}", Key = key, Kind = kind, Cause = cause, OpenedAt = now, GrownAt = now };
        byId[incident.Id] = open[key] = incident;
        touched.Add(incident);
        touched.AddRest();
        if (kind == IncidentKind.Domain)
        {
            Domains.Add(incident);
        }

        return incident;
    }

    /// <summary>Makes an alert part of an incident.</summary>
    public void Join(Incident incident, TrackedAlert alert, Verdict verdict, string reason, DateTimeOffset now)
    {
        touched.Add(incident);
        if (alert.Incident != incident.Id)
        {
            touched.Add(alert);
            Leave(alert, now);
            alert.Incident = incident.Id;
            incident.Severity = (AlertSeverity)Math.Max((int)incident.Severity, (int)alert.Subject.Severity);
            incident.Alerts++;
            if (alert.IsFiring)
            {
                incident.Firing++;
                Stir(incident);
            }
        }

        if (alert.Verdict != verdict || alert.Reason != reason)
        {
            (alert.Verdict, alert.Reason) = (verdict, reason);
            touched.Add(alert);
            if (verdict != Verdict.Paged)
            {
                var isNews = verdict == Verdict.Ticket && incident is { PagedAt: null, TicketedAt: null };
                incident.TicketedAt = isNews ? now : incident.TicketedAt;
                Decisions.Add(new(now, verdict == Verdict.Ticket ? DecisionKind.Ticket : DecisionKind.Attach, incident, reason, [alert.Labels]) { IsNews = isNews });
            }
        }
    }

    /// <summary>Pages, unless it was done already.</summary>
    public void Page(Incident incident, string reason, IEnumerable<TrackedAlert> evidence, DateTimeOffset now)
    {
        if (incident.PagedAt is not null)
        {
            return;
        }

        touched.Add(incident);
        incident.PagedAt = now;
        incident.Timeline.Add(new(now, $"paged: {reason}"));
        Decisions.Add(new(now, DecisionKind.Page, incident, reason, Sample(evidence)) { IsNews = true });
    }

    /// <summary>Says more in the page that was sent.</summary>
    public void Update(Incident incident, string text, IEnumerable<TrackedAlert> evidence, DateTimeOffset now)
    {
        touched.Add(incident);
        incident.Timeline.Add(new(now, text));
        if (incident.PagedAt is not null)
        {
            Decisions.Add(new(now, DecisionKind.Update, incident, text, Sample(evidence)) { IsNews = true });
        }
    }

    public void Rename(Incident incident, string key)
    {
        open.Remove(incident.Key);
        incident.Key = key;
        open[key] = incident;
        touched.Add(incident);
    }

    /// <summary>An alert of an incident began to fire again.</summary>
    public void Refired(Incident incident, TrackedAlert alert, DateTimeOffset now)
    {
        touched.Add(incident);
        incident.Firing++;
        if (incident.QuietUntil is not null && ++incident.Flaps == policy.Flaps)
        {
            Update(incident, $"flapping: came back {incident.Flaps} times", [alert], now);
        }

        Stir(incident);
    }

    /// <summary>An alert stopped: with the last of them the time of quiet begins.</summary>
    public void Ended(TrackedAlert alert, DateTimeOffset now)
    {
        if (Of(alert) is not { } incident)
        {
            return;
        }

        touched.Add(incident);
        if (--incident.Firing == 0)
        {
            Rest(incident, now);
        }
    }

    /// <summary>Somebody silenced an alert, or that is over.</summary>
    public void Silenced(TrackedAlert alert, int sign)
    {
        if (Of(alert) is { } incident)
        {
            incident.Silenced += sign;
            touched.Add(incident);
        }
    }

    /// <summary>Ends an incident whose time of quiet is over.</summary>
    public void EndIfQuiet(Incident incident, DateTimeOffset now)
    {
        if (!incident.IsOpen || incident.QuietUntil is not { } until || until > now)
        {
            return;
        }

        // The machine is being worked on: that nothing is heard of it means nothing.
        if (incident.Kind == IncidentKind.Condition && incident.Hosts.Select(h => changes.Find(h, now)).FirstOrDefault(w => w is not null) is { } window)
        {
            incident.QuietUntil = window.Deadline + policy.Quiet;
            agenda.Add(incident.QuietUntil.Value, Purpose.Quiet, incident);
            touched.Add(incident);
            return;
        }

        touched.Add(incident);
        incident.ResolvedAt = now;
        incident.Timeline.Add(new(now, "over"));
        open.Remove(incident.Key);
        Domains.Remove(incident);
        Decisions.Add(new(now, DecisionKind.Resolve, incident, $"nothing of it has fired since {until - QuietOf(incident):HH:mm:ss}{(incident.Silenced > 0 ? $", but {incident.Silenced} alerts are silenced" : "")}", []) { IsNews = incident.PagedAt is not null || incident.TicketedAt is not null });
    }

    public void Forget(DateTimeOffset before)
    {
        foreach (var incident in byId.Values.Where(i => i.ResolvedAt < before).ToList())
        {
            byId.Remove(incident.Id);
            touched.Forget(incident);
        }
    }

    private static List<LabelSet> Sample(IEnumerable<TrackedAlert> evidence) => [.. evidence.Take(MostEvidence).Select(a => a.Labels)];

    private void Leave(TrackedAlert alert, DateTimeOffset now)
    {
        if (!alert.IsFiring || Of(alert) is not { } left)
        {
            return;
        }

        touched.Add(left);
        if (--left.Firing == 0)
        {
            Rest(left, now);
        }
    }

    private void Rest(Incident incident, DateTimeOffset now)
    {
        incident.QuietUntil = now + QuietOf(incident);
        agenda.Add(incident.QuietUntil.Value, Purpose.Quiet, incident);
    }

    private static void Stir(Incident incident) => incident.QuietUntil = null;

    private TimeSpan QuietOf(Incident incident)
    {
        var quiet = policy.Quiet * (1 + (incident.Flaps / 2.0));
        return quiet < policy.LongestQuiet ? quiet : policy.LongestQuiet;
    }
}
