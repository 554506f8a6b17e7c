using Capacity.Core.Cluster;

namespace Capacity.Core.TimeSeries;

/// <summary>One agent over time.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Buckets">One for each bucket of the range, gaps included.</param>
public sealed record AgentSeries(AgentName Agent, IReadOnlyList<AgentBucket> Buckets);
