using Capacity.Core.Cluster;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Fitting;

/// <summary>What somebody would like to place: some equal instances of a new app.</summary>
/// <param name="Shape">What each asks for.</param>
public sealed record FitRequest(ResourceVector Shape)
{
    /// <summary>Gets how many, 1 or more.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>Gets the role whose reservations they may take; <c>*</c> for what everybody may take only.</summary>
    public string Role { get; init; } = Roles.Any;

    /// <summary>Gets the constraints, all of which hold; they count the instances of this request alone.</summary>
    public IReadOnlyList<PlacementConstraint> Constraints { get; init; } = [];
}
