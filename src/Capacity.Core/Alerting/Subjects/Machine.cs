namespace Capacity.Core.Alerting.Subjects;

/// <summary>One machine, and where it stands.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Zone">Its zone; <see langword="null"/> where nobody says.</param>
/// <param name="Rack">Its rack; <see langword="null"/> where nobody says.</param>
/// <param name="Roles">What runs on it, such as <c>mesos-master</c> or <c>mesos-agent</c>.</param>
public sealed record Machine(string Host, string? Zone, string? Rack, IReadOnlyList<string> Roles)
{
    /// <summary>The role of masters.</summary>
    public const string Master = "mesos-master";

    /// <summary>The role of ZooKeeper's servers.</summary>
    public const string ZooKeeper = "zookeeper";

    /// <summary>The role of agents.</summary>
    public const string Agent = "mesos-agent";

    /// <summary>Gets what else it is called in labels, such as its address; none of these is another machine's name.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Gets whether masters or ZooKeeper run on it.</summary>
    public bool IsControlPlane => Roles.Contains(Master) || Roles.Contains(ZooKeeper);

    /// <summary>Whether it is the same machine, in the same place and with the same roles and names.</summary>
    public bool Equals(Machine? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Host == other.Host && Zone == other.Zone && Rack == other.Rack && Roles.SequenceEqual(other.Roles) && OtherNames.SequenceEqual(other.OtherNames)));

    /// <inheritdoc/>
    public override int GetHashCode() => Host.GetHashCode(StringComparison.Ordinal);
}
