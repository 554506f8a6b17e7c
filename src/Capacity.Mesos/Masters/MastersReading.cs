using Capacity.Core.Cluster;

namespace Capacity.Mesos.Masters;

/// <summary>What all masters together said in one collection.</summary>
internal sealed record MastersReading
{
    public required IReadOnlyList<MasterReading> Masters { get; init; }

    public required IReadOnlyList<SourceReading> Sources { get; init; }

    public Leader? Leader { get; init; }

    /// <summary>Gets a value indicating whether the leader is one of the masters that the user named. What another one says gets no credentials.</summary>
    public bool LeaderNamed { get; init; } = true;

    public bool AgentsListed { get; init; }

    public IReadOnlyList<Agent> Agents { get; init; } = [];

    /// <summary>Gets what the leader says of maintenance; <see langword="null"/> where it does not, or does not know yet.</summary>
    public MaintenanceReading? Maintenance { get; init; }
}
