using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Decides whom a notice is told.</summary>
/// <remarks>
/// Pages and tickets go where routes say. Updates and the end go to those who know of the incident, and to nobody else: who was not called is not
/// told that it is over, and a ticket that was held all the time is withdrawn.
/// </remarks>
public static class NoticePlanner
{
    /// <summary>Decides.</summary>
    /// <param name="notice">What is to be told.</param>
    /// <param name="file">What was told of the incident before.</param>
    /// <param name="routing">Who is told of what.</param>
    /// <param name="now">The time.</param>
    public static PagingChanges Plan(IncidentNotice notice, IncidentFile file, RoutingPlan routing, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(routing);
        var incident = (file.Incident ?? new() { Incident = notice.Incident, Cluster = notice.Cluster, LastSequence = notice.Sequence, LastAt = notice.At }) with
        {
            LastSequence = notice.Sequence,
            LastAt = notice.At,
        };
        var changes = notice.Kind switch
        {
            NoticeKind.Page => Call(notice, DeliveryAction.Page, Paged(incident, notice, routing), file, routing, now),
            NoticeKind.Ticket => Call(notice, DeliveryAction.Ticket, incident with { TicketSequence = incident.TicketSequence ?? notice.Sequence }, file, routing, now),
            NoticeKind.Update => Update(notice, incident, file, routing, now),
            NoticeKind.Resolve => Resolve(notice, incident, file, now),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.Kind, "Not a kind of notice."),
        };
        return changes with { Position = notice.Sequence };
    }

    /// <summary>A new page asks for somebody anew, whoever took the one before.</summary>
    private static PagedIncident Paged(PagedIncident incident, IncidentNotice notice, RoutingPlan routing)
    {
        var escalation = routing.For(notice).Select(r => r.Escalation).FirstOrDefault(e => e is not null);
        return incident with
        {
            PageSequence = incident.PageSequence ?? notice.Sequence,
            PagedAt = notice.At,
            Escalation = escalation,
            Steps = 0,
            NextStepAt = routing.Step(escalation, 0) is { } step ? notice.At + step.After : null,
            AcknowledgedAt = null,
            AcknowledgedBy = null,
            ResolvedAt = null,
        };
    }

    private static PagingChanges Call(IncidentNotice notice, DeliveryAction action, PagedIncident incident, IncidentFile file, RoutingPlan routing, DateTimeOffset now)
    {
        List<Delivery> added = [];
        foreach (var route in routing.For(notice))
        {
            foreach (var receiver in route.Receivers.Where(r => !added.Exists(d => d.Receiver == r)))
            {
                var quietUntil = action == DeliveryAction.Ticket ? route.Quiet?.EndOf(now) : null;
                added.Add(Of(notice, receiver, action, now) with
                {
                    State = quietUntil is null ? DeliveryState.Waiting : DeliveryState.Held,
                    DueAt = quietUntil ?? now,
                });
            }
        }

        // Whoever is woken for it need not read of it in the morning, and nobody has to read of it twice then.
        var replaced = Held(file).Where(h => added.Exists(d => d.Receiver == h.Receiver));
        return new() { Incident = incident, Added = added, Changed = [.. replaced.Select(h => h.Done(DeliveryState.Superseded, now))] };
    }

    private static PagingChanges Update(IncidentNotice notice, PagedIncident incident, IncidentFile file, RoutingPlan routing, DateTimeOffset now)
    {
        if (incident.ResolvedAt is not null)
        {
            return new() { Incident = incident };
        }

        var earlier = file.Deliveries.Where(d => d is { Action: DeliveryAction.Update, State: DeliveryState.Waiting });
        return new()
        {
            Incident = incident,
            Added = [.. file.Audience.Where(r => routing.TraitsOf(r).TakesUpdates).Select(r => Of(notice, r, DeliveryAction.Update, now))],
            Changed = [.. earlier.Select(d => d.Done(DeliveryState.Superseded, now))],
        };
    }

    private static PagingChanges Resolve(IncidentNotice notice, PagedIncident incident, IncidentFile file, DateTimeOffset now)
    {
        if (incident.ResolvedAt is not null)
        {
            return new() { Incident = incident };
        }

        var updates = file.Deliveries.Where(d => d is { Action: DeliveryAction.Update, State: DeliveryState.Waiting });
        return new()
        {
            Incident = incident with { ResolvedAt = notice.At, NextStepAt = null },
            Added = [.. file.Audience.Select(r => Of(notice, r, DeliveryAction.Resolve, now))],
            Changed = [.. updates.Select(d => d.Done(DeliveryState.Superseded, now)), .. Held(file).Select(d => d.Done(DeliveryState.Withdrawn, now))],
        };
    }

    private static IEnumerable<Delivery> Held(IncidentFile file) => file.Deliveries.Where(d => d is { State: DeliveryState.Held, Digest: null });

    private static Delivery Of(IncidentNotice notice, string receiver, DeliveryAction action, DateTimeOffset now) => new()
    {
        Key = Delivery.KeyOf(notice.Incident, notice.Sequence, receiver),
        Receiver = receiver,
        Incident = notice.Incident,
        Sequence = notice.Sequence,
        Action = action,
        PlannedAt = now,
        DueAt = now,
    };
}
