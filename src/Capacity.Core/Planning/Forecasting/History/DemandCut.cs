namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>A part of the cluster's demand.</summary>
/// <param name="Level">What it is counted over.</param>
/// <param name="Name">The zone, role or team; empty for the cluster, and for agents without a zone.</param>
public readonly record struct DemandCut(CutLevel Level, string Name)
{
    /// <summary>Gets the whole cluster.</summary>
    public static DemandCut Cluster { get; } = new(CutLevel.Cluster, string.Empty);

    /// <summary>Gets whether the cut has resources of its own that can run out; a team takes the cluster's.</summary>
    public bool HasCapacity => Level != CutLevel.Team;

    /// <summary>Gives a zone, by its name; <see langword="null"/> for agents without one.</summary>
    public static DemandCut Zone(string? name) => new(CutLevel.Zone, name ?? string.Empty);

    /// <summary>Gives what is kept for a role.</summary>
    public static DemandCut Role(string name) => new(CutLevel.Role, name);

    /// <summary>Gives a team.</summary>
    public static DemandCut Team(string name) => new(CutLevel.Team, name);

    /// <summary>Writes it for people: <c>zone east</c>.</summary>
    public override string ToString() => Level switch
    {
        CutLevel.Cluster => "the cluster",
        CutLevel.Zone when Name.Length == 0 => "agents without a zone",
        CutLevel.Zone => $"zone {Name}",
        CutLevel.Role => $"role {Name}",
        _ => $"team {Name}",
    };
}
