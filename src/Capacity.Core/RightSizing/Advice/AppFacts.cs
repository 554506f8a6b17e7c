using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>What an app is given now, and what is asked for it.</summary>
public sealed record AppFacts
{
    /// <summary>Gets the app's name.</summary>
    public required AppKey Key { get; init; }

    /// <summary>Gets the team that owns it; <see langword="null"/> where nobody does.</summary>
    public string? Team { get; init; }

    /// <summary>Gets how many instances it should have, 0 or more.</summary>
    public required int Instances { get; init; }

    /// <summary>Gets the CPU that an instance asks for.</summary>
    public required CpuCores Cpus { get; init; }

    /// <summary>Gets the memory that an instance asks for.</summary>
    public required MemorySize Memory { get; init; }

    /// <summary>Gets the hard CPU limit where there is one apart from the request.</summary>
    public CpuCores? CpuLimit { get; init; }

    /// <summary>Gets the hard memory limit where there is one apart from the request.</summary>
    public MemorySize? MemoryLimit { get; init; }

    /// <summary>Gets a value indicating whether it may take any CPU beyond its request, by its own word.</summary>
    public bool HasUnlimitedCpus { get; init; }

    /// <summary>Gets a value indicating whether it may take any memory beyond its request, by its own word.</summary>
    public bool HasUnlimitedMemory { get; init; }

    /// <summary>Gets the failure domains (zones, or hosts where there is one zone) that it is spread over, 1 or more.</summary>
    public int FailureDomains { get; init; } = 1;

    /// <summary>Gets whether these are zones; else hosts.</summary>
    public bool DomainsAreZones { get; init; }

    /// <summary>Gets what the team and the app's labels want otherwise.</summary>
    public PolicyOverrides Overrides { get; init; } = PolicyOverrides.None;

    /// <summary>Gets the labels that would say what is wanted otherwise and cannot be read.</summary>
    public IReadOnlyList<string> UnreadLabels { get; init; } = [];
}
