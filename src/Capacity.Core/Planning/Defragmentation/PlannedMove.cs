namespace Capacity.Core.Planning.Defragmentation;

/// <summary>A move in its place in a plan.</summary>
/// <param name="Move">What moves.</param>
/// <param name="Wave">The wave it belongs to, from 1: the moves of a wave may run at the same time, for all its targets have room before any source is freed.</param>
/// <param name="Value">The goal's measure once this move and all before it are done.</param>
public sealed record PlannedMove(Move Move, int Wave, double Value);
