using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Clusters;

/// <summary>The kinds of items found so far, and how many there are of each.</summary>
internal sealed class ItemKinds
{
    private readonly Dictionary<ItemKind, int> numbers = [];
    private readonly List<(ItemKind Kind, int Count)> kinds = [];

    public IReadOnlyList<ClusterItem> Described => [.. kinds.Select(k => new ClusterItem(k.Kind.App, k.Kind.Request, k.Kind.Role, k.Kind.IsStateful))];

    /// <summary>Counts more of a kind.</summary>
    /// <returns>Its index.</returns>
    public int Add(ItemKind kind, int count)
    {
        if (!numbers.TryGetValue(kind, out var number))
        {
            numbers[kind] = number = kinds.Count;
            kinds.Add((kind, 0));
        }

        kinds[number] = (kind, kinds[number].Count + count);
        return number;
    }

    public IReadOnlyList<PackingItem> ToItems(AppConstraints constraints) => [.. kinds.Select(k => new PackingItem(k.Kind.Id, ClusterResources.ToAmounts(k.Kind.Request), k.Count)
    {
        Group = k.Kind.App?.ToString(),
        Constraints = k.Kind.App is { } app ? constraints.Of(app) : [],
        IsPinned = k.Kind.IsStateful,
        Role = k.Kind.Pool,
    })];
}
