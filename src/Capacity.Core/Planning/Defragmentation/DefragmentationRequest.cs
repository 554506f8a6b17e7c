namespace Capacity.Core.Planning.Defragmentation;

/// <summary>Which plan of moves is asked for.</summary>
public sealed record DefragmentationRequest
{
    /// <summary>Gets what it is to achieve.</summary>
    public DefragmentationGoal Goal { get; init; }

    /// <summary>Gets how many moves there may be, 0 or more.</summary>
    public int MaxMoves { get; init; } = 50;

    /// <summary>Gets the shape that goals count in, one number for each resource of the problem, 0 for what does not matter; some number is over 0.</summary>
    public required IReadOnlyList<double> Shape { get; init; }

    /// <summary>Gets what may be asked of one group.</summary>
    public DisruptionBudget Disruption { get; init; } = new();

    /// <summary>Gets what fails as one: for each kind of failure the domain of each machine by index; <see langword="null"/> where it has none.</summary>
    /// <value>By default each machine by itself.</value>
    public IReadOnlyList<IReadOnlyList<string?>>? FailureDomains { get; init; }

    /// <summary>Gets how many items of a group have to outlive any failure, by group; 1 for groups that are not named.</summary>
    public IReadOnlyDictionary<string, int> Quorums { get; init; } = new Dictionary<string, int>();

    /// <summary>Gets the seed: the same one gives the same plan, unless the time runs out.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets how many times a part of the plan is thrown away and made anew, 0 or more; <see langword="null"/> for fewer the more machines there are.</summary>
    public int? Rounds { get; init; }

    /// <summary>Gets how long may be searched; then the best plan so far is the answer.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(4);
}
