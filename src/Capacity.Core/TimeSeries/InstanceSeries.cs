using Capacity.Core.Cluster;

namespace Capacity.Core.TimeSeries;

/// <summary>What one instance of an app used over time.</summary>
/// <param name="ContainerId">Its container.</param>
/// <param name="Agent">Where it ran.</param>
/// <param name="Buckets">The buckets in which it is known to have run for some time, in order of time; those of the range that are missing are gaps.</param>
public sealed record InstanceSeries(string ContainerId, AgentName Agent, IReadOnlyList<UsageBucket> Buckets);
