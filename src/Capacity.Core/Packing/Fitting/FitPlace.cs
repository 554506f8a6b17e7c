using Capacity.Core.Cluster;

namespace Capacity.Core.Packing.Fitting;

/// <summary>Instances that an agent has room for.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Zone">Its zone; <see langword="null"/> for none.</param>
/// <param name="Instances">How many go there.</param>
public sealed record FitPlace(AgentName Agent, string? Zone, int Instances);
