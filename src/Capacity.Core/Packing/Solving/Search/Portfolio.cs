using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Packs by greedy rules.</summary>
/// <param name="search">The problem on one scale.</param>
/// <param name="options">The seed and the objective.</param>
internal sealed class Portfolio(SearchModel search, PackingOptions options)
{
    private const int MostForSlack = 1_000;
    private const int MostNodes = 200_000;

    /// <summary>With more items by machines, a look at every machine for each item takes longer than anybody waits.</summary>
    private const long MostForBest = 400_000_000;

    private readonly PackingModel model = search.Model;
    private readonly IEnumerable<int> items = Enumerable.Range(0, search.Model.Items);
    private readonly int[] all = [.. Enumerable.Range(0, search.Model.Machines)];

    /// <summary>Lists what to try: the rule that was asked for, or all that suit the problem.</summary>
    public IReadOnlyList<Action<PackingState, SearchClock>> Tries()
    {
        if (options.Rule is { } only)
        {
            return [(s, clock) => Pack(s, only, LargestFirst(s), 0, clock)];
        }

        var tries = new List<Action<PackingState, SearchClock>>();
        foreach (var rule in new[] { PackingRule.FirstFitDecreasing, PackingRule.DotProduct, PackingRule.Nearest, PackingRule.Largest })
        {
            tries.Add((s, clock) => Pack(s, rule, LargestFirst(s), 0, clock));
        }

        if (options.Objective == PackingObjective.Fit || !IsUniform())
        {
            if (model.Count.Sum(c => (long)c) * model.Machines <= MostForBest)
            {
                tries.Add((s, clock) => Pack(s, PackingRule.BestAligned, all, 0, clock));
            }

            tries.Add((s, clock) => Pack(s, PackingRule.DotProduct, SmallestFirst(), 0, clock));
            tries.Add((s, clock) => Pack(s, PackingRule.Nearest, SmallestFirst(), 0, clock));
        }

        if (model.Items <= MostForSlack && model.Machines <= MostForSlack)
        {
            tries.Add((s, clock) => Pack(s, PackingRule.LeastSlack, LargestFirst(s), 0, clock));
            tries.Add((s, clock) => Pack(s, PackingRule.LeastSlack, LargestFirst(s), 0.2, clock));
        }

        return tries;
    }

    private void Pack(PackingState state, PackingRule rule, int[] machines, double noise, SearchClock clock)
    {
        switch (rule)
        {
            case PackingRule.FirstFitDecreasing or PackingRule.BestAligned:
                new ItemPlacer(search, takesFirst: rule == PackingRule.FirstFitDecreasing, clock).Place(state, machines);
                break;
            case PackingRule.LeastSlack:
                new SlackFiller(search, new(options.Seed), noise, MostNodes, clock).Fill(state, machines, items);
                break;
            default:
                new MachineFiller(search, rule, new(options.Seed), noise, clock).Fill(state, machines, items);
                break;
        }
    }

    // Those in use come before those that would have to be opened.
    private int[] LargestFirst(PackingState state) =>
        [.. all.OrderBy(m => state.On(m).Length > 0 ? 0 : 1).ThenByDescending(search.SizeOf).ThenBy(m => m)];

    private int[] SmallestFirst() => [.. all.OrderBy(search.SizeOf).ThenBy(m => m)];

    private bool IsUniform() => all.Skip(1).All(m => model.CapacityOf(m).SequenceEqual(model.CapacityOf(0)));
}
