namespace Capacity.Core.Packing.Measures;

/// <summary>What fails as a whole.</summary>
public enum DomainLevel
{
    /// <summary>A host, with all agents on it.</summary>
    Host,

    /// <summary>A rack.</summary>
    Rack,

    /// <summary>A zone.</summary>
    Zone,
}
