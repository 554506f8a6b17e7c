using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Checks;

/// <summary>What a check found about one subject.</summary>
/// <param name="Labels">What it is about, with where that is: such as <c>host</c>, <c>zone</c>, <c>app</c>.</param>
/// <param name="Value">The value, in the check's unit.</param>
/// <param name="Detail">What is so, in a sentence or two for a person, with figures.</param>
/// <param name="Since">Since when it is so, where somebody says; <see langword="null"/> where it is so now, and nobody knows since when.</param>
public sealed record CheckReading(LabelSet Labels, double Value, string Detail, DateTimeOffset? Since = null);
