namespace Capacity.Core.Packing.Solving;

/// <summary>One machine that items are packed on.</summary>
/// <param name="Id">Its name, unlike any other; also its value of the field <c>hostname</c>.</param>
/// <param name="Capacity">What everybody may take of it, 0 or more, one number for each resource of the problem.</param>
public sealed record PackingMachine(string Id, IReadOnlyList<double> Capacity)
{
    /// <summary>Gets what constraints ask for: <c>zone</c>, <c>@region</c>, a rack, a type.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets what is reserved, by role, beyond <see cref="Capacity"/>; one number for each resource.</summary>
    /// <remarks>An item of a role takes what is reserved for it first, and the rest from what everybody may take.</remarks>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Reserved { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>Gets whether new items may come; where not (draining, deactivated), what is there may stay or leave.</summary>
    public bool AcceptsNew { get; init; } = true;
}
