namespace Capacity.Core.Packing.Solving;

/// <summary>Items of one kind for which there was no place.</summary>
/// <param name="Item">The index of the kind of item in the problem.</param>
/// <param name="Count">How many, 1 or more.</param>
/// <param name="Obstacles">What keeps one more from each machine, with the number of machines, the most frequent first; empty beyond so many kinds and machines that looking at all of them would take long.</param>
public sealed record UnplacedItems(int Item, int Count, IReadOnlyList<(PlacementObstacle Obstacle, int Machines)> Obstacles)
{
    private const int MostLooks = 1_000_000;

    /// <summary>Lists everything that a packing leaves out.</summary>
    public static IReadOnlyList<UnplacedItems> In(PackingState state)
    {
        var explained = MostLooks / Math.Max(1, state.Problem.Machines.Count);
        return
        [
            .. Enumerable.Range(0, state.Problem.Items.Count).Where(i => state.Unplaced(i) > 0)
                .Select((item, rank) => new UnplacedItems(item, state.Unplaced(item), rank < explained ? ObstaclesOf(state, item) : [])),
        ];
    }

    private static List<(PlacementObstacle Obstacle, int Machines)> ObstaclesOf(PackingState state, int item) =>
    [
        .. Enumerable.Range(0, state.Problem.Machines.Count)
            .Select(m => state.WhyNot(item, m))
            .OfType<PlacementObstacle>()
            .Select(o => o.Kind == ObstacleKind.MachineClosed ? o with { Subject = "takes no new items" } : o)
            .CountBy(o => o)
            .OrderByDescending(o => o.Value).ThenBy(o => o.Key.Subject, StringComparer.Ordinal)
            .Select(o => (o.Key, o.Value)),
    ];
}
