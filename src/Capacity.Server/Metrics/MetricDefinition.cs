namespace Capacity.Server.Metrics;

/// <summary>One metric as <c>/metrics</c> and its table in the documents have it.</summary>
/// <param name="Name">Its name; the unit is its end.</param>
/// <param name="Type"><c>gauge</c>, <c>counter</c> or <c>histogram</c>.</param>
/// <param name="Labels">The names of its labels.</param>
/// <param name="Help">What it says.</param>
public sealed record MetricDefinition(string Name, string Type, IReadOnlyList<string> Labels, string Help);
