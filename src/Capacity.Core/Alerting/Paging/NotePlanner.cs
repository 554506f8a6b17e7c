using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Core.Alerting.Paging.Routing;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Decides what follows from what people say of an incident.</summary>
public static class NotePlanner
{
    /// <summary>Takes an acknowledgement: the escalation ends, and receivers that care are told. The first who acknowledges is the one who has it.</summary>
    /// <param name="file">What was told of the incident, which is known.</param>
    /// <param name="note">Who, when, and with what words.</param>
    /// <param name="routing">What receivers take.</param>
    public static PagingChanges Acknowledge(IncidentFile file, IncidentNote note, RoutingPlan routing)
    {
        var incident = Known(file);
        ArgumentNullException.ThrowIfNull(note);
        var isFirst = incident.AcknowledgedAt is null && incident.ResolvedAt is null;
        return new()
        {
            Incident = isFirst ? incident with { AcknowledgedAt = note.At, AcknowledgedBy = note.By, NextStepAt = null } : null,
            Note = note,
            Added = isFirst ? Told(file, note, DeliveryAction.Acknowledge, r => routing.TraitsOf(r).TakesAcknowledgements) : [],
        };
    }

    /// <summary>Takes a comment, and tells receivers that care.</summary>
    /// <inheritdoc cref="Acknowledge"/>
    public static PagingChanges Comment(IncidentFile file, IncidentNote note, RoutingPlan routing)
    {
        Known(file);
        ArgumentNullException.ThrowIfNull(note);
        return new() { Note = note, Added = Told(file, note, DeliveryAction.Note, r => routing.TraitsOf(r).TakesNotes) };
    }

    private static PagedIncident Known(IncidentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Incident ?? throw new ArgumentException("Nothing was told of the incident.", nameof(file));
    }

    private static Delivery[] Told(IncidentFile file, IncidentNote note, DeliveryAction action, Func<string, bool> isWanted) =>
    [
        .. file.Audience.Where(isWanted).Select(receiver => new Delivery
        {
            Key = FormattableString.Invariant($"{note.Incident}-note{note.Number}-{receiver}"),
            Receiver = receiver,
            Incident = note.Incident,
            Sequence = file.Incident!.LastSequence,
            Action = action,
            PlannedAt = note.At,
            DueAt = note.At,
            By = note.By,
            Text = note.Text,
        }),
    ];
}
