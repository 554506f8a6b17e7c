using System.ComponentModel;
using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Api.Paging;

[Description("One message to one receiver.")]
internal sealed record NotificationDocument(
    [property: Description("The key by which the receiver knows a repetition.")] string Key,
    string Receiver,
    DeliveryAction Action,
    DeliveryState State,
    [property: Description("The sequence of the notice that is told.")] long Sequence,
    [property: Description("The step of the escalation; 0 for what was told at once.")] int Step,
    DateTimeOffset PlannedAt,
    [property: Description("When it is sent next, or no longer held; nothing when it is done.")] DateTimeOffset? DueAt,
    DateTimeOffset? DoneAt,
    int Attempts,
    string? LastError,
    [property: Description("Whether the receiver may have it though it did not say so.")] bool IsUncertain,
    [property: Description("The key of the message that another receiver gets in the place of this one.")] string? StandIn)
{
    public static NotificationDocument Of(Delivery d) =>
        new(d.Key, d.Receiver, d.Action, d.State, d.Sequence, d.Step, d.PlannedAt, d.IsDone ? null : d.DueAt, d.DoneAt, d.Attempts, d.LastError, d.IsUncertain, d.StandIn);
}
