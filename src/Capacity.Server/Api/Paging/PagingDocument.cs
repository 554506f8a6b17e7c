using System.ComponentModel;
using Capacity.Server.Paging;

namespace Capacity.Server.Api.Paging;

[Description("What was told of an incident, and what people did about it.")]
internal sealed record PagingDocument(
    string Incident,
    string Cluster,
    [property: Description("When it was last decided to page.")] DateTimeOffset? PagedAt,
    [property: Description("When a receiver first took a page.")] DateTimeOffset? ToldAt,
    DateTimeOffset? AcknowledgedAt,
    string? AcknowledgedBy,
    [property: Description("When others are paged too if nobody acknowledges.")] DateTimeOffset? NextEscalationAt,
    [property: Description("How many steps of the escalation were taken.")] int EscalationSteps,
    DateTimeOffset? ResolvedAt,
    IReadOnlyList<NotificationDocument> Notifications,
    IReadOnlyList<NoteDocument> Notes)
{
    public static PagingDocument Of(PagingRecord record)
    {
        var i = record.Incident;
        return new(
            i.Incident,
            i.Cluster,
            i.PagedAt,
            i.ToldAt,
            i.AcknowledgedAt,
            i.AcknowledgedBy,
            i.NextStepAt,
            i.Steps,
            i.ResolvedAt,
            [.. record.Deliveries.Select(NotificationDocument.Of)],
            [.. record.Notes.Select(NoteDocument.Of)]);
    }
}
