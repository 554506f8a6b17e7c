namespace Capacity.Core.Cluster;

/// <summary>A Mesos master that takes part in the election, as its node in ZooKeeper describes it.</summary>
public sealed record MasterCandidate
{
    /// <summary>Gets the number ZooKeeper gave its node; the lowest leads.</summary>
    public required int Sequence { get; init; }

    /// <summary>Gets the name of its node, for example <c>json.info_0000000003</c>.</summary>
    public required string Node { get; init; }

    /// <summary>Gets where it answers; <see langword="null"/> where <see cref="Problem"/> says why.</summary>
    public HostPort? Address { get; init; }

    /// <summary>Gets its host name as it advertises it; <see langword="null"/> where it gives none.</summary>
    public string? Hostname { get; init; }

    /// <summary>Gets the id of this run of the master; <see langword="null"/> where it gives none.</summary>
    public string? Id { get; init; }

    /// <summary>Gets its version, for example <c>1.11.0</c>; <see langword="null"/> where it gives none.</summary>
    public string? Version { get; init; }

    /// <summary>Gets why its node could not be understood, on one line; <see langword="null"/> where it could.</summary>
    public string? Problem { get; init; }
}
