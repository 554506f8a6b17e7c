using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>What can become of an alert.</summary>
internal sealed class Acts(Scene scene)
{
    private readonly AlertPolicy policy = scene.Policy;

    /// <summary>Decides on an alert that nothing explains: pages if it is critical, when a cause had its time to follow.</summary>
    public void Alone(TrackedAlert alert, IncidentKind kind, DateTimeOffset now)
    {
        if (alert.Subject.Severity != AlertSeverity.Critical)
        {
            Ticket(alert, "not critical", now, isNews: alert is { Episodes: 1, Incident: null });
        }
        else if (now < alert.FiredAt + policy.Settle || (scene.Machines.IsForming(null, now) && now < alert.FiredAt + policy.Collapse + policy.Settle))
        {
            Wait(alert, now < alert.FiredAt + policy.Settle ? alert.FiredAt + policy.Settle : now + TimeSpan.FromSeconds(10), "a cause may follow", now);
        }
        else
        {
            var incident = scene.Incidents.Open(kind, $"{kind.ToString().ToLowerInvariant()} {alert.Subject.Thing}", $"{alert.Subject.Name} {alert.Subject.App ?? alert.Subject.Address ?? alert.Subject.Machine?.Host}".TrimEnd(), now);
            if (alert.Subject.Machine is { } machine)
            {
                incident.Hosts.Add(machine.Host);
            }

            Page(incident, alert, "nothing explains it", now);
        }
    }

    public void Page(Incident incident, TrackedAlert alert, string reason, DateTimeOffset now)
    {
        scene.Incidents.Join(incident, alert, incident.PagedAt is null ? Verdict.Paged : Verdict.Attached, reason, now);
        scene.Incidents.Page(incident, reason, [alert], now);
    }

    /// <summary>Waits for what may explain it; any new cause is tried at once.</summary>
    public void Wait(TrackedAlert alert, DateTimeOffset until, string reason, DateTimeOffset now)
    {
        scene.Unsettled.Add(alert);
        Hold(alert, until > now ? until : now + TimeSpan.FromSeconds(10), reason, now);
    }

    /// <summary>Waits for the end of what explains it.</summary>
    public void Hold(TrackedAlert alert, DateTimeOffset until, string reason, DateTimeOffset now)
    {
        alert.Until = until;
        if (alert.Verdict != Verdict.Held || alert.Reason != reason)
        {
            (alert.Verdict, alert.Reason) = (Verdict.Held, reason);
            scene.Touched.Add(alert);
            scene.Incidents.Decisions.Add(new(now, DecisionKind.Hold, null, reason, [alert.Labels]));
        }
    }

    public void Ticket(TrackedAlert alert, string reason, DateTimeOffset now, bool isNews = false)
    {
        if (alert.Verdict != Verdict.Ticket || alert.Reason != reason)
        {
            (alert.Verdict, alert.Reason) = (Verdict.Ticket, reason);
            scene.Touched.Add(alert);
            scene.Incidents.Decisions.Add(new(now, DecisionKind.Ticket, scene.Incidents.Of(alert), reason, [alert.Labels]) { IsNews = isNews });
        }
    }
}
