namespace Capacity.Server.Api.Packing;

/// <summary>One agent, measured.</summary>
/// <param name="Zone">Its zone; null for none.</param>
/// <param name="State">Its state.</param>
/// <param name="Figures">Its figures.</param>
public sealed record PackedAgentDocument(string? Zone, string State, PackingFiguresDocument Figures);
