using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>Which machines would strand least, and for whom room is short.</summary>
/// <param name="At">When the cluster was like this.</param>
/// <param name="Mix">One core of today's workload and the memory that goes with it.</param>
/// <param name="Count">How many machines were added for each shape.</param>
/// <param name="Shapes">The shapes, the one that strands least first.</param>
/// <param name="Rooms">The kinds of demand, the one with the least headroom first.</param>
public sealed record ShapeAdvice(DateTimeOffset At, ResourceVector Mix, int Count, IReadOnlyList<ShapeFigures> Shapes, IReadOnlyList<RoomFor> Rooms);
