using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Reviewing;

/// <summary>An alert as a review looks at it.</summary>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Episodes">How often it began to fire, 1 or more.</param>
public sealed record ReviewedAlert(string Name, Verdict Verdict, int Episodes);
