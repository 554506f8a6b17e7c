using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>Which machines would strand least, for whom room is short, and what other rules or machines would change.</summary>
/// <param name="At">When the cluster was like this.</param>
/// <param name="Mix">One core of today's workload and the memory that goes with it.</param>
/// <param name="Count">How many machines were added for each shape.</param>
/// <param name="Shapes">The shapes, the one that strands least first.</param>
/// <param name="Rooms">The kinds of demand, the one with the least headroom first.</param>
/// <param name="Replacements">The best shape in the place of each size of today, the one that strands least afterwards first.</param>
/// <param name="Changes">Changes of reservations and constraints, the one that lets the whole workload grow most first.</param>
public sealed record ShapeAdvice(
    DateTimeOffset At,
    ResourceVector Mix,
    int Count,
    IReadOnlyList<ShapeFigures> Shapes,
    IReadOnlyList<RoomFor> Rooms,
    IReadOnlyList<MachineReplacement> Replacements,
    IReadOnlyList<RuleChange> Changes);
