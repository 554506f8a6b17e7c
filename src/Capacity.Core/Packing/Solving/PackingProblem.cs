using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving;

/// <summary>Items to be packed on machines, under constraints.</summary>
/// <remarks>
/// Numbers are compared exactly where all of a resource are decimals of nine places at most; else with a relative tolerance of 1e-9,
/// so that ten times 0.1 is 1 either way.
/// </remarks>
public sealed class PackingProblem
{
    /// <summary>Initializes a new instance of the <see cref="PackingProblem"/> class.</summary>
    /// <param name="resources">The names of the resources, one at least.</param>
    /// <param name="machines">The machines.</param>
    /// <param name="items">The kinds of items.</param>
    /// <param name="conflicts">What may not be together.</param>
    /// <param name="given">What is placed already; it may break constraints, but not capacities.</param>
    /// <exception cref="ArgumentException">Numbers do not belong together, or an id comes twice; the message says what.</exception>
    public PackingProblem(
        IReadOnlyList<string> resources,
        IReadOnlyList<PackingMachine> machines,
        IReadOnlyList<PackingItem> items,
        IReadOnlyList<ItemConflict>? conflicts = null,
        IReadOnlyList<GivenPlacement>? given = null)
    {
        Resources = resources;
        Machines = machines;
        Items = items;
        Conflicts = conflicts ?? [];
        Given = given ?? [];
        ProblemRules.Check(this);
        Model = new(this);
    }

    /// <summary>Gets the names of the resources.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>Gets the machines.</summary>
    public IReadOnlyList<PackingMachine> Machines { get; }

    /// <summary>Gets the kinds of items.</summary>
    public IReadOnlyList<PackingItem> Items { get; }

    /// <summary>Gets what may not be together.</summary>
    public IReadOnlyList<ItemConflict> Conflicts { get; }

    /// <summary>Gets what is placed already.</summary>
    public IReadOnlyList<GivenPlacement> Given { get; }

    /// <summary>Gets the problem as arrays of numbers.</summary>
    internal PackingModel Model { get; }
}
