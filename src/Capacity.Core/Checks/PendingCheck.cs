using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Checks;

/// <summary>Something that is wrong, and has not been for long enough.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="Labels">The labels of the alert that it would be, but for its name, severity and cluster.</param>
/// <param name="Since">Since when it is wrong.</param>
public sealed record PendingCheck(string Check, LabelSet Labels, DateTimeOffset Since);
