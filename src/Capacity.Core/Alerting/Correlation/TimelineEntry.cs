namespace Capacity.Core.Alerting.Correlation;

/// <summary>Something that happened to an incident.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string Text);
