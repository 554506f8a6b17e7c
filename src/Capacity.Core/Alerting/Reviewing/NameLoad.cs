namespace Capacity.Core.Alerting.Reviewing;

/// <summary>What alerts of one name did.</summary>
/// <param name="Name">The name; empty for alerts without one.</param>
/// <param name="Received">How often one of them began to fire.</param>
/// <param name="Paged">How many made somebody be paged.</param>
/// <param name="Attached">How many were part of an incident that something else told of.</param>
/// <param name="Held">How many waited, and nobody was told.</param>
/// <param name="Tickets">How many were for working hours.</param>
/// <param name="WithoutAction">How many of those that paged were of incidents that went away by themselves.</param>
public sealed record NameLoad(string Name, int Received, int Paged, int Attached, int Held, int Tickets, int WithoutAction);
