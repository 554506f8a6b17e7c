namespace Capacity.Core.Packing.Solving;

/// <summary>A kind of item, and how many of it there are: they are equal in everything.</summary>
/// <param name="Id">Its name, unlike any other.</param>
/// <param name="Demand">What each takes, 0 or more, one number for each resource of the problem.</param>
/// <param name="Count">How many there are, those that are placed already among them; 0 or more.</param>
public sealed record PackingItem(string Id, IReadOnlyList<double> Demand, int Count = 1)
{
    /// <summary>Gets what constraints count together, as the instances of an app; <see langword="null"/> for these items alone.</summary>
    public string? Group { get; init; }

    /// <summary>Gets the constraints, all of which hold.</summary>
    public IReadOnlyList<PlacementConstraint> Constraints { get; init; } = [];

    /// <summary>Gets whether those that are placed never move.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Gets the role whose reservations they may take; <see langword="null"/> for what everybody may take only.</summary>
    public string? Role { get; init; }

    /// <summary>Gets the ids of the machines they may be on; <see langword="null"/> for any.</summary>
    public IReadOnlySet<string>? Machines { get; init; }
}
