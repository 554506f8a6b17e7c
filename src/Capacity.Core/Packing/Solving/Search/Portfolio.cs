namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Packs by many greedy rules, and gives each packing on its own.</summary>
internal static class Portfolio
{
    /// <summary>Lists ways to complete a packing: each a name and what to do with a copy.</summary>
    public static IReadOnlyList<Action<PackingState>> Rules(SearchModel search, PackingObjective objective, int seed, SearchClock clock)
    {
        var model = search.Model;
        var all = Enumerable.Range(0, model.Machines).ToArray();
        var largest = all.OrderByDescending(search.SizeOf).ThenBy(m => m).ToArray();
        var smallest = all.OrderBy(search.SizeOf).ThenBy(m => m).ToArray();
        var rules = new List<Action<PackingState>>
        {
            s => new ItemPlacer(search, takesFirst: true).Place(s, UsedFirst(s, largest)),
            s => new MachineFiller(search, FillRule.DotProduct, new(seed)).Fill(s, UsedFirst(s, largest)),
            s => new MachineFiller(search, FillRule.Nearest, new(seed)).Fill(s, UsedFirst(s, largest)),
            s => new MachineFiller(search, FillRule.Largest, new(seed)).Fill(s, UsedFirst(s, largest)),
        };
        if (objective == PackingObjective.Fit || !IsUniform(model))
        {
            rules.Add(s => new ItemPlacer(search, takesFirst: false).Place(s, all));
            rules.Add(s => new MachineFiller(search, FillRule.DotProduct, new(seed)).Fill(s, smallest));
            rules.Add(s => new MachineFiller(search, FillRule.Nearest, new(seed)).Fill(s, smallest));
        }

        if (model.Items <= 1000 && model.Machines <= 2000)
        {
            rules.Add(s => new SlackFiller(search, new(seed), 0, clock).Fill(s, UsedFirst(s, largest)));
            rules.Add(s => new SlackFiller(search, new(seed), 0.2, clock).Fill(s, UsedFirst(s, largest)));
        }

        return rules;
    }

    private static bool IsUniform(Model.PackingModel model) =>
        Enumerable.Range(1, Math.Max(0, model.Machines - 1)).All(m => model.CapacityOf(m).SequenceEqual(model.CapacityOf(0)));

    private static int[] UsedFirst(PackingState state, int[] machines) => [.. machines.OrderBy(m => state.On(m).Length > 0 ? 0 : 1)];
}
