namespace Capacity.Core.Alerting.Paging.Routing;

/// <summary>Who is paged too when nobody has acknowledged.</summary>
/// <param name="After">How long after the page; the steps of an escalation are in this order.</param>
/// <param name="Receivers">The names of the receivers.</param>
public sealed record EscalationStep(TimeSpan After, IReadOnlyList<string> Receivers);
