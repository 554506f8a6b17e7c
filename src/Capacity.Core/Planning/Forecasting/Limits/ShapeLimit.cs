using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>Up to which demand one more task of a shape finds a place in a part of the cluster.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Cut">The cluster or a zone.</param>
/// <param name="Room">How many more fit now.</param>
/// <param name="Resource">The resource that most is allocated of in the cut: the demand that <paramref name="Limit"/> is an amount of.</param>
/// <param name="Limit">The amount that is allocated when none fits any more, the median of the runs; <see langword="null"/> where one still did when nothing more of the mix was placed.</param>
public sealed record ShapeLimit(ResourceVector Shape, DemandCut Cut, long Room, DemandResource Resource, double? Limit);
