using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Scanning;

/// <summary>One agent in a scan.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Read">Whether it answered for itself in the last collection.</param>
/// <param name="Stranded">What is free and cannot be used by the workload's mix; zero on agents that take no tasks.</param>
/// <param name="Usage">What its containers use.</param>
public sealed record AgentFigures(Agent Agent, bool Read, ResourceVector Stranded, UsageFigures Usage);
