using Capacity.Core.Units;

namespace Capacity.Core.Cluster;

/// <summary>What Marathon is told to run.</summary>
public sealed record MarathonApp
{
    /// <summary>Gets the app's name.</summary>
    public required AppKey Key { get; init; }

    /// <summary>Gets how many instances it should have; 0 when it is suspended.</summary>
    public required int Instances { get; init; }

    /// <summary>Gets how many run.</summary>
    public int? RunningInstances { get; init; }

    /// <summary>Gets what one instance asks for.</summary>
    public required ResourceVector Request { get; init; }

    /// <summary>Gets the placement constraints, each as Marathon writes it: field, operator, and a value where it takes one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Constraints { get; init; } = [];

    /// <summary>Gets the app's labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the role whose resources its tasks take; <see langword="null"/> where Marathon does not say (before 1.9).</summary>
    public string? Role { get; init; }

    /// <summary>Gets the roles whose offers it accepts, <c>*</c> for unreserved ones; none where it accepts all that Marathon gets.</summary>
    public IReadOnlyList<string> AcceptedRoles { get; init; } = [];

    /// <summary>Gets whether its instances keep data on their agent, in persistent volumes, and so cannot run elsewhere with it.</summary>
    public bool IsResident { get; init; }

    /// <summary>Gets whether a deployment changes it now.</summary>
    public bool Deploying { get; init; }

    /// <summary>Gets the version of its definition, which changes with everything but the number of instances; <see langword="null"/> where Marathon does not say.</summary>
    public string? Version { get; init; }

    /// <summary>Gets how far an upgrade may go over the number of instances, as a ratio; Marathon's default is 1: twice as many for a while.</summary>
    public double MaximumOverCapacityRatio { get; init; } = 1;
}
