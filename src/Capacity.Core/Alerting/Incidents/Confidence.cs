namespace Capacity.Core.Alerting.Incidents;

/// <summary>How well an incident's cause is proven.</summary>
/// <param name="Value">From 0, nothing stands for it, to 1.</param>
/// <param name="Reasons">What stands for it, the strongest first, one line each.</param>
public sealed record Confidence(double Value, IReadOnlyList<string> Reasons);
