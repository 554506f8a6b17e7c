using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Core.Planning.Forecasting.Plans;

/// <summary>What has to be known of a demand to work out what planned events change.</summary>
public sealed record PlanGround
{
    /// <summary>Gets which demand.</summary>
    public required DemandKey Key { get; init; }

    /// <summary>Gets when the first step of the forecast begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the length of a step.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>Gets the middle course of the forecast.</summary>
    public required IReadOnlyList<double> Course { get; init; }

    /// <summary>Gets what part of one cut's demand lies in another.</summary>
    public required CutShares Shares { get; init; }

    /// <summary>Gets what one machine of an event adds to the capacity of this cut, in the unit of the series.</summary>
    public required Func<PlannedEvent, double> MachineAmount { get; init; }

    /// <summary>Gets by how much demand shrinks where all right-sizing advice is followed; <see langword="null"/> where there is none.</summary>
    public double? RightSizing { get; init; }
}
