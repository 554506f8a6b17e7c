namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>What a demand is counted over.</summary>
public enum CutLevel
{
    /// <summary>The whole cluster.</summary>
    Cluster,

    /// <summary>A zone.</summary>
    Zone,

    /// <summary>What is kept for a role; <c>*</c> is kept for everybody.</summary>
    Role,

    /// <summary>The apps of a team, wherever they run.</summary>
    Team,
}
