using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>One decision, and why.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Incident">The incident; <see langword="null"/> for an alert that waits without one.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Alerts">The alerts that it is about; of a page, those that prove it.</param>
public sealed record Decision(DateTimeOffset At, DecisionKind Kind, Incident? Incident, string Reason, IReadOnlyList<LabelSet> Alerts)
{
    /// <summary>Gets whether somebody has to be told: pages and what follows them, and the first ticket of an incident or an alert.</summary>
    public bool IsNews { get; init; }
}
