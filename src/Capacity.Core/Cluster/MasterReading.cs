namespace Capacity.Core.Cluster;

/// <summary>What one master says of itself. Figures about the cluster mean something only on the leader.</summary>
public sealed record MasterReading
{
    /// <summary>Gets the master.</summary>
    public required HostPort Address { get; init; }

    /// <summary>Gets whether it says that it leads.</summary>
    public bool? Elected { get; init; }

    /// <summary>Gets how long its process has run; an election does not reset it.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>Gets whether its replica of the replicated log has caught up.</summary>
    public bool? LogRecovered { get; init; }

    /// <summary>Gets how many replicas it sees.</summary>
    public int? EnsembleSize { get; init; }

    /// <summary>Gets whether it has read its registry since its election; never true on a standby.</summary>
    public bool RegistryRead { get; init; }

    /// <summary>Gets whether its own figures are missing while those of its host are there: its actor is blocked or overloaded.</summary>
    public bool Blocked { get; init; }

    /// <summary>Gets the registry writes that wait.</summary>
    public double? QueuedRegistryOperations { get; init; }

    /// <summary>Gets the cores of registered agents, reachable or not.</summary>
    public double? CpusTotal { get; init; }

    /// <summary>Gets the cores that are allocated on registered agents.</summary>
    public double? CpusAllocated { get; init; }

    /// <summary>Gets the agents that the master gave up on and that have not come back.</summary>
    public int? UnreachableAgents { get; init; }

    /// <summary>Gets the tasks that run on registered agents.</summary>
    public int? RunningTasks { get; init; }

    /// <summary>Gets the tasks that were killed for their memory since this master was elected.</summary>
    public long? MemoryKills { get; init; }

    /// <summary>Gets whether each framework is connected, by framework id.</summary>
    public IReadOnlyDictionary<string, bool> SubscribedFrameworks { get; init; } = new Dictionary<string, bool>();

    /// <summary>Gets all figures but those of single frameworks, by the names and in the units that Mesos has for them.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = new Dictionary<string, double>();
}
