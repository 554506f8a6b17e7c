namespace Capacity.Core.Cluster;

/// <summary>The region and zone that an agent announces.</summary>
/// <param name="Region">The region's name.</param>
/// <param name="Zone">The zone's name within the region.</param>
public sealed record FaultDomain(string Region, string Zone);
