namespace Capacity.Core.Packing.Solving.Model;

/// <summary>A conflict between classes of items, by number.</summary>
/// <param name="Present">The class that limits.</param>
/// <param name="Other">The class that is limited where the first is.</param>
/// <param name="Most">How many of it there may be, counted with the first where both classes are one.</param>
/// <param name="Conflict">The conflict, for people.</param>
internal sealed record ConflictRule(int Present, int Other, int Most, ItemConflict Conflict);
