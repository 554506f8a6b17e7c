using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Packing;

/// <summary>What is free for new tasks on one agent.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Free">All that a task could take there; it may take all of it at once.</param>
public sealed record Room(AgentName Agent, ResourceVector Free);
