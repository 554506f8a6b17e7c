using Capacity.Core.Planning.Shapes;

namespace Capacity.Server.Api.Planning;

/// <summary>By how much a workload may grow before a change and after it, where 0.15 is 15 % more.</summary>
/// <param name="BeforeRatio">Before.</param>
/// <param name="AfterRatio">After.</param>
public sealed record HeadroomChangeDocument(double BeforeRatio, double AfterRatio)
{
    /// <summary>Writes a change.</summary>
    public static HeadroomChangeDocument Of(HeadroomChange change) => new(change.Before, change.After);
}
