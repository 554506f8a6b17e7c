namespace Capacity.Core.TimeSeries;

/// <summary>What there is of one resource; each is <see langword="null"/> where it is not known.</summary>
/// <param name="Total">What the agents have.</param>
/// <param name="Allocated">What runs tasks.</param>
/// <param name="Offered">What is held in offers.</param>
/// <param name="Free">What is free on agents that take new tasks.</param>
/// <param name="Stranded">The part of what is free that the workload's mix cannot use.</param>
/// <param name="Used">What containers use, of those that were measured; see the coverage beside it.</param>
public sealed record LevelFigures(double? Total, double? Allocated, double? Offered, double? Free, double? Stranded, double? Used);
