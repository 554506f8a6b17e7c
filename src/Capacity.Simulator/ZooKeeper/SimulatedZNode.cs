namespace Capacity.Simulator.ZooKeeper;

/// <summary>One node of the simulated tree.</summary>
/// <param name="Data">Its data.</param>
/// <param name="Children">The names of its children.</param>
/// <param name="ModifiedAt">When its data was last set.</param>
/// <param name="EphemeralOwner">The session that it ends with; 0 for none.</param>
internal sealed record SimulatedZNode(ReadOnlyMemory<byte> Data, IReadOnlyList<string> Children, DateTimeOffset ModifiedAt, long EphemeralOwner = 0);
