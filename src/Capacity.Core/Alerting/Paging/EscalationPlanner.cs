using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Decides who is paged too because nobody has acknowledged.</summary>
public static class EscalationPlanner
{
    /// <summary>Takes the step that is due; nothing where somebody acknowledged, or it is over.</summary>
    /// <param name="file">What was told of the incident.</param>
    /// <param name="routing">The steps.</param>
    /// <param name="now">The time.</param>
    public static PagingChanges Plan(IncidentFile file, RoutingPlan routing, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(routing);
        if (file.Incident is not { NextStepAt: { } due, PagedAt: { } pagedAt } incident || due > now)
        {
            return PagingChanges.None;
        }

        var step = routing.Step(incident.Escalation, incident.Steps);
        var taken = incident.Steps + 1;
        return new()
        {
            Incident = incident with
            {
                Steps = taken,
                NextStepAt = step is not null && routing.Step(incident.Escalation, taken) is { } next ? pagedAt + next.After : null,
            },
            Added = [.. (step?.Receivers ?? []).Where(r => !IsPaged(file, r)).Select(r => Of(incident, r, taken, now))],
        };
    }

    /// <summary>Whether a receiver was paged since it was last decided to, or will be.</summary>
    private static bool IsPaged(IncidentFile file, string receiver) =>
        file.Deliveries.Any(d => d.Receiver == receiver && d.Action == DeliveryAction.Page && d.PlannedAt >= file.Incident!.PagedAt && (d.IsTold || !d.IsDone));

    private static Delivery Of(PagedIncident incident, string receiver, int step, DateTimeOffset now) => new()
    {
        Key = Delivery.KeyOf(incident.Incident, incident.LastSequence, receiver, step),
        Receiver = receiver,
        Incident = incident.Incident,
        Sequence = incident.LastSequence,
        Action = DeliveryAction.Page,
        Step = step,
        PlannedAt = now,
        DueAt = now,
    };
}
