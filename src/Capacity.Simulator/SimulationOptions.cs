using System.ComponentModel.DataAnnotations;
using Capacity.Simulator.Faults;

namespace Capacity.Simulator;

/// <summary>Which cluster to simulate.</summary>
public sealed record SimulationOptions
{
    /// <summary>Gets what picks the cluster: the same number with the same other options is the same cluster.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the number of agents.</summary>
    /// <value>The default is 20; from 1 to 5000.</value>
    [Range(1, 5000)]
    public int Agents { get; init; } = 20;

    /// <summary>Gets the number of maintenance zones, dealt out in turn.</summary>
    /// <value>The default is 5; from 1 to 100.</value>
    [Range(1, 100)]
    public int Zones { get; init; } = 5;

    /// <summary>Gets the number of masters.</summary>
    /// <value>The default is 3; from 1 to 9, an odd number.</value>
    [Range(1, 9)]
    public int Masters { get; init; } = 3;

    /// <summary>Gets the number of Marathons, each with a leading and a standby server.</summary>
    /// <value>The default is 2; from 1 to 10.</value>
    [Range(1, 10)]
    public int Marathons { get; init; } = 2;

    /// <summary>Gets the number of ZooKeeper servers.</summary>
    /// <value>The default is 3; from 1 to 9.</value>
    [Range(1, 9)]
    public int ZooKeepers { get; init; } = 3;

    /// <summary>Gets the number of apps, Chronos's jobs among them; <see langword="null"/> for one for every five containers.</summary>
    [Range(1, 100_000)]
    public int? Apps { get; init; }

    /// <summary>Gets how many containers there are to be, about; <see langword="null"/> for 25 for each agent.</summary>
    [Range(1, 200_000)]
    public int? ContainersTarget { get; init; }

    /// <summary>Gets the time from one deploy to the next, on average.</summary>
    /// <value>The default is 4 minutes; 1 second or more.</value>
    public TimeSpan DeployInterval { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Gets how many instances come to the apps in 30 days, as a share of those at the start; the same number every month.</summary>
    /// <value>The default is 0, no growth; up to 5.</value>
    [Range(0.0, 5.0)]
    public double MonthlyGrowth { get; init; }

    /// <summary>Gets how long a client waits for an agent that nobody can reach before its connection is cut, on the given clock.</summary>
    /// <value>The default is 3 seconds; zero or more.</value>
    public TimeSpan PartitionDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Gets the faults that happen by themselves.</summary>
    public FaultScript Script { get; init; } = FaultScript.Empty;

    /// <summary>Gets how the servers are told apart.</summary>
    public BindMode BindMode { get; init; } = BindMode.Ports;

    /// <summary>Gets which block of addresses <see cref="BindMode.Addresses"/> takes, so that several clusters live on one machine.</summary>
    /// <value>The default is 0; from 0 to 24.</value>
    [Range(0, 24)]
    public int AddressBlock { get; init; }

    /// <summary>Gets when the cluster begins to live; <see langword="null"/> for when it is started. What lies between is lived through at start.</summary>
    public DateTimeOffset? HistoryStart { get; init; }

    internal int Containers => ContainersTarget ?? (25 * Agents);

    internal int AppCount => Apps ?? Math.Max(12, Containers / 5);
}
