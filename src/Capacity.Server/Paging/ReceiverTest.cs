using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Paging.Receivers;

namespace Capacity.Server.Paging;

/// <summary>Sends a ticket and its end to a receiver, to see whether it takes them. Nothing of it is kept.</summary>
internal sealed class ReceiverTest(ReceiverSet receivers, MessageComposer composer, ServiceConfiguration configuration, TimeProvider time)
{
    /// <summary>Sends them; the first that is not taken is the last.</summary>
    /// <returns>What came of it; <see langword="null"/> where there is no such receiver.</returns>
    public async Task<SendOutcome?> SendAsync(string name, string id, CancellationToken cancellationToken)
    {
        if (receivers.All.GetValueOrDefault(name) is not { } receiver)
        {
            return null;
        }

        var ticket = Message(name, id, 1, NoticeKind.Ticket, DeliveryAction.Ticket);
        var outcome = await receiver.SendAsync(ticket, cancellationToken);
        return outcome is SendOutcome.Taken(var receipt)
            ? await receiver.SendAsync(
                Message(name, id, 2, NoticeKind.Resolve, DeliveryAction.Resolve) with { Ticketed = ticket.Notice, First = ticket.Delivery with { Receipt = receipt } }, cancellationToken)
            : outcome;
    }

    private IncidentMessage Message(string name, string id, long sequence, NoticeKind kind, DeliveryAction action)
    {
        var (now, incident) = (time.GetUtcNow(), $"test-{id}");
        return new()
        {
            Pages = composer.Pages,
            Notice = new()
            {
                Sequence = sequence,
                Cluster = configuration.ClusterName,
                Incident = incident,
                Kind = kind,
                At = now,
                CauseKind = IncidentKind.Condition,
                Cause = $"A test of receiver {name}",
                Reason = "Somebody looks whether messages arrive. There is nothing to do.",
                Severity = AlertSeverity.Info,
                OpenedAt = now,
            },
            Delivery = new()
            {
                Key = Delivery.KeyOf(incident, sequence, name),
                Receiver = name,
                Incident = incident,
                Sequence = sequence,
                Action = action,
                PlannedAt = now,
                DueAt = now,
            },
        };
    }
}
