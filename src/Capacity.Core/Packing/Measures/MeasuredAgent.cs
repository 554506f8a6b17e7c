using Capacity.Core.Cluster;

namespace Capacity.Core.Packing.Measures;

/// <summary>One agent, measured.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Figures">Its figures.</param>
public sealed record MeasuredAgent(Agent Agent, PackingFigures Figures);
