namespace Capacity.Core.Packing.Solving;

/// <summary>How to solve a packing problem.</summary>
public sealed record PackingOptions
{
    /// <summary>Gets what to achieve.</summary>
    public PackingObjective Objective { get; init; }

    /// <summary>Gets the longest time to search; a run that ends by itself is the same every time, one that the clock cuts need not be. Bounds have a second and the first rule has five, however short it is.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets where random numbers start.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the most steps of the search in each thread; <see langword="null"/> for as many as there is hope.</summary>
    public long? Iterations { get; init; }

    /// <summary>Gets the number of threads, 1 or more; part of what makes a run repeatable.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Gets the one greedy rule to pack by, without any search; <see langword="null"/> for all that suit, and the search.</summary>
    public PackingRule? Rule { get; init; }

    /// <summary>Gets whether <see cref="PackingObjective.Fit"/> may move what is placed already, unless it is pinned.</summary>
    public bool MovesGiven { get; init; }
}
