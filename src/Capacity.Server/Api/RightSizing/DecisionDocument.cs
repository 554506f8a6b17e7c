using System.ComponentModel;
using Capacity.Core.RightSizing.Tracking;

namespace Capacity.Server.Api.RightSizing;

[Description("An owner's last word.")]
internal sealed record DecisionDocument(
    DecisionKind Kind,
    string Reason,
    DateTimeOffset At,
    [property: Description("When a snooze ends.")] DateTimeOffset? Until,
    [property: Description("What the advice was then.")] ShapeDocument? Advised,
    [property: Description("What was promised then, an hour.")] double SavingPerHour)
{
    public static DecisionDocument? Of(OwnerDecision? decision) => decision is null
        ? null
        : new(decision.Kind, decision.Reason, decision.At, decision.Until, ShapeDocument.Of(decision.Advised), decision.SavingPerHour);
}
